# What CloudFormation cannot do for an instance: each step first looks whether it is done, so the command can run again.

# publish_built_in all|missing: every instance begins with some profiles, hours, a queue and flows, which no template makes. Their
# ARNs go where those of the templates' are; "missing" does not look where all of them are there.
publish_built_in() {
  local instance entry key arn kind found
  if ((${#CONNECT_BUILT_IN[@]} == 0)) || { [[ $1 == missing ]] && has_built_in; }; then return; fi
  instance=$(instance_arn)
  if [[ -z $instance ]] && $DRY_RUN; then return; fi
  [[ -n $instance ]] || fail "The instance $CONNECT_ALIAS is not deployed. Run ops connect deploy instance first."
  declare -A found=()
  for entry in "${CONNECT_BUILT_IN[@]}"; do
    key=${entry%%|*} kind=${entry%%/*}
    if [[ -z ${found[$kind]:-} ]]; then found[$kind]=$(list_of "$kind" "$instance"); fi
    arn=$(awk -F '\t' -v name="${entry#*|}" '$1 == name { print $2; exit }' <<<"${found[$kind]}")
    [[ -n $arn ]] || fail "The instance has no $kind \"${entry#*|}\", which it had in the beginning. Name another one in the model."
    if [[ ${ARN_OF[$key]:-} == "$arn" ]]; then continue; fi
    say "  $key is $arn"
    change_aws "$PRIMARY_REGION" ssm put-parameter --name "/connect/$CONNECT_ALIAS/$key" --value "$arn" --type String --overwrite >/dev/null
    ARN_OF[$key]=$arn
  done
}

has_built_in() {
  local entry
  for entry in "${CONNECT_BUILT_IN[@]}"; do [[ -n ${ARN_OF[${entry%%|*}]:-} ]] || return 1; done
}

# list_of KIND INSTANCE: a name and an ARN a line.
list_of() {
  local command list
  case $1 in
    security-profile) command=list-security-profiles list=SecurityProfileSummaryList ;;
    queue) command='list-queues --queue-types STANDARD' list=QueueSummaryList ;;
    hours) command=list-hours-of-operations list=HoursOfOperationSummaryList ;;
    routing-profile) command=list-routing-profiles list=RoutingProfileSummaryList ;;
    prompt) command=list-prompts list=PromptSummaryList ;;
    flow) command=list-contact-flows list=ContactFlowSummaryList ;;
    *) fail "This ops does not know built-in things of the kind $1. Publish again: ops and $CONNECT_FOLDER do not belong together." ;;
  esac
  # shellcheck disable=SC2086 # words
  read_aws "$PRIMARY_REGION" connect $command --instance-id "$2" --query "$list[].[Name,Arn]"
}

# make_links PART: all of them. Something that is not there yet is an error where everything was asked for.
make_links() {
  local instance unlinked=0
  step "Links"
  read_stale
  instance=$(instance_arn)
  if [[ -z $instance ]]; then
    $DRY_RUN && return
    fail "The instance $CONNECT_ALIAS is not deployed. Run ops connect deploy instance first."
  fi
  declare -A MOVED=()
  if [[ -n $CONNECT_REPLICA_REGION ]]; then link_replica "$instance"; fi
  link_numbers "${instance##*/}"
  link_quick_connects "${instance##*/}"
  if ((unlinked > 0)) && [[ -z $1 || $1 == links ]] && ! $DRY_RUN; then fail "$unlinked links are not made."; fi
}

# are_there KEY …: says which is not, and how it would be.
are_there() {
  local key
  for key in "$@"; do
    if [[ -z ${ARN_OF[$key]:-} ]]; then
      warn "Not linked: $* - there is no $key yet. Run ops connect deploy $(component_of "$key")."
      unlinked=$((unlinked + 1))
      return 1
    fi
  done
}

# link_numbers INSTANCE
link_numbers() {
  local link number flow
  if ((${#CONNECT_NUMBER_FLOWS[@]} == 0)); then return; fi
  declare -A FLOW_OF=()
  read_flows_of_numbers "$1"
  for link in "${CONNECT_NUMBER_FLOWS[@]}"; do
    are_there "${link%%|*}" "${link#*|}" || continue
    number=${ARN_OF[${link%%|*}]##*/} flow=${ARN_OF[${link#*|}]##*/}
    if [[ ${FLOW_OF[$number]:-} == "$flow" && -z ${MOVED[$number]:-} ]]; then continue; fi
    say "  ${link%%|*} leads to ${link#*|}"
    patiently change_aws "$PRIMARY_REGION" connect associate-phone-number-contact-flow --phone-number-id "$number" --instance-id "$1" \
      --contact-flow-id "$flow"
  done
}

# read_flows_of_numbers INSTANCE: into FLOW_OF, by id. Older CLIs cannot ask: then each number is associated again, which does no harm.
read_flows_of_numbers() {
  local number flow
  read_aws "$PRIMARY_REGION" connect list-flow-associations --instance-id "$1" --resource-type VOICE_PHONE_NUMBER \
    --query 'FlowAssociationSummaryList[].[ResourceId,FlowId]' >"$SCRATCH/number-flows" 2>"$SCRATCH/error" ||
    grep -qi 'invalid choice' "$SCRATCH/error" ||
    fail "AWS does not say which flows the numbers lead to: $(tail -n 1 "$SCRATCH/error")"
  while IFS=$'\t' read -r number flow; do
    if [[ -n $flow ]]; then FLOW_OF[${number##*/}]=${flow##*/}; fi
  done <"$SCRATCH/number-flows"
}

# link_quick_connects INSTANCE: of each queue those that the model names. Others that the model does not know stay.
link_quick_connects() {
  local link key ours=' ' queues=()
  declare -A wanted=()
  for link in "${CONNECT_QUEUE_QUICK_CONNECTS[@]}"; do
    if are_there "${link%%|*}" "${link#*|}"; then wanted[${link%%|*}]+=" ${ARN_OF[${link#*|}]##*/}"; fi
  done
  for key in "${!ARN_OF[@]}"; do
    case $key in
      quick-connect/*) ours+="${ARN_OF[$key]##*/} " ;;
      queue/*) queues+=("$key") ;;
    esac
  done
  if [[ $ours == ' ' ]]; then return; fi
  while IFS= read -r key; do
    link_queue "$1" "$key" "${wanted[$key]:-}" "$ours"
  done < <(printf '%s\n' "${queues[@]}" | sort)
}

# link_queue INSTANCE QUEUE WANTED OURS
link_queue() {
  local there id add=() remove=() queue=${ARN_OF[$2]##*/}
  there=$(patiently read_aws "$PRIMARY_REGION" connect list-queue-quick-connects --instance-id "$1" --queue-id "$queue" \
    --query 'QuickConnectSummaryList[].[Id]' | tr '\n' ' ')
  for id in $3; do [[ " $there" == *" $id "* ]] || add+=("$id"); done
  for id in $there; do [[ $4 != *" $id "* || " $3 " == *" $id "* ]] || remove+=("$id"); done
  if ((${#add[@]} > 0)); then
    say "  $2: ${#add[@]} quick connects more"
    in_batches "$1" "$queue" associate-queue-quick-connects "${add[@]}"
  fi
  if ((${#remove[@]} > 0)); then
    say "  $2: ${#remove[@]} quick connects less"
    in_batches "$1" "$queue" disassociate-queue-quick-connects "${remove[@]}"
  fi
}

# in_batches INSTANCE QUEUE COMMAND ID …: a call takes 50 at most.
# https://docs.aws.amazon.com/connect/latest/APIReference/API_AssociateQueueQuickConnects.html
in_batches() {
  local instance=$1 queue=$2 command=$3
  shift 3
  while (($# > 0)); do
    patiently change_aws "$PRIMARY_REGION" connect "$command" --instance-id "$instance" --queue-id "$queue" --quick-connect-ids "${@:1:50}"
    shift $(($# < 50 ? $# : 50))
  done
}
