# ops connect: a Connect instance as publish has made it of its model file.

CONNECT_ACTIONS='plan deploy drift outputs export import state'

run_connect() {
  local action=${WORDS[0]:-}
  [[ -n $action && " $CONNECT_ACTIONS " == *" $action "* ]] ||
    fail "Say what to do: ops connect plan|deploy|drift|outputs|export|import|state. \"ops help\" shows more."
  case $action in
    plan) connect_takes 1 alias save only ;;
    drift) connect_takes 1 alias ;;
    deploy)
      connect_takes 1 alias allow plan only
      [[ -z ${OPTION[plan]:-} || -z ${WORDS[1]:-}${OPTION[only]:-} ]] ||
        fail "A plan has its stacks already: leave out ${WORDS[1]:---only}, or --plan."
      ;;
    outputs) connect_takes 0 alias ;;
    export) connect_takes 0 instance to exact ;;
    import) connect_takes 1 instance alias ;;
    state)
      connect_takes 2 alias
      [[ " list show forget " == *" ${WORDS[1]:-} "* ]] ||
        fail "Say what to do: ops connect state list|show|forget. \"ops help\" shows more."
      ;;
  esac
  [[ -z ${OPTION[only]:-} || -z ${WORDS[1]:-} ]] || fail "--only has its stack already: leave out ${WORDS[1]}, or --only."
  read_settings
  if [[ $action != export ]]; then choose_instance; fi
  check_programs
  check_credentials
  # What cannot be restored, besides what the product has: another customer can get the number, and a user's history is lost.
  KEPT_TYPES+='AWS::Connect::Instance AWS::Connect::PhoneNumber AWS::Connect::User '
  "connect_$action"
}

# connect_takes WORDS OPTION …: how many words may follow the action, and which options it has.
connect_takes() {
  local most=$1
  shift
  ((${#WORDS[@]} <= most + 1)) || fail "connect ${WORDS[0]} takes no \"${WORDS[most + 1]}\". \"ops help\" shows what it takes."
  COMMAND="connect ${WORDS[0]}" allow_options "$@"
}

# Reads the table of the instance of --alias, or of the only one.
choose_instance() {
  local table aliases=() alias=${OPTION[alias]:-}
  for table in "$OPS_FOLDER"/connect/*/table.sh; do
    if [[ -r $table ]]; then
      table=${table%/table.sh}
      aliases+=("${table##*/}")
    fi
  done
  ((${#aliases[@]} > 0)) ||
    fail "There is no instance in $OPS_FOLDER/connect. Publish writes one from a model file (docs/contact-center.md)."
  if [[ -z $alias ]]; then
    ((${#aliases[@]} == 1)) || fail "There are several instances: ${aliases[*]}. Name one: --alias ${aliases[0]}"
    alias=${aliases[0]}
  fi
  [[ " ${aliases[*]} " == *" $alias "* ]] || fail "There is no instance \"$alias\" in $OPS_FOLDER/connect, but: ${aliases[*]}."
  CONNECT_FOLDER=$OPS_FOLDER/connect/$alias
  # What a function declares is its own unless it says -g.
  # shellcheck source=/dev/null
  . <(sed 's/^declare -A /declare -gA /' "$CONNECT_FOLDER/table.sh")
  CONNECT_TAGS=(--tags "Key=connect-instance,Value=$CONNECT_ALIAS")
}

# chosen_stacks PART: the stacks of a component, or the one of that name; all of them without a part. Of --only, the stacks of its things.
chosen_stacks() {
  local stack found=
  for stack in "${CONNECT_STACKS[@]}"; do
    if ((${#ONLY_OF[@]} > 0)) && [[ -z ${ONLY_OF[$(connect_stack_name "$stack")]:-} ]]; then continue; fi
    if [[ -z $1 || " ${CONNECT_COMPONENT_OF[$stack]} $stack ${stack#*-} $(connect_stack_name "$stack") " == *" $1 "* ]]; then
      say "$stack"
      found=yes
    fi
  done
  [[ -n $found ]] || fail "$CONNECT_ALIAS has no component and no stack \"$1\". It has: $(connect_components)"
}

connect_components() { say "$(printf '%s\n' "${CONNECT_COMPONENT_OF[@]}" | sort -u | tr '\n' ' ')"; }

connect_stack_name() { say "connect-$CONNECT_ALIAS-${1#*-}"; }

# connect_template STACK: as publish has written it, or as --only has merged it.
connect_template() {
  local merged=$SCRATCH/connect/$CONNECT_ALIAS/$1.json
  if [[ -e $merged ]]; then say "$merged"; else say "$CONNECT_FOLDER/templates/$1.json"; fi
}

# What the stacks have published: ARN_OF[queue/Sales]. A stack that has changed makes it STALE; it is read again when it is needed,
# because SSM gives ten at a time.
declare -A ARN_OF=()
STALE=
read_published() {
  local name value
  ARN_OF=()
  STALE=
  read_aws "$PRIMARY_REGION" ssm get-parameters-by-path --path "/connect/$CONNECT_ALIAS" --recursive \
    --query 'Parameters[].[Name,Value]' >"$SCRATCH/published"
  while IFS=$'\t' read -r name value; do
    if [[ -n $value ]]; then ARN_OF[${name#"/connect/$CONNECT_ALIAS/"}]=$value; fi
  done <"$SCRATCH/published"
}

read_stale() { if [[ -n $STALE ]]; then read_published; fi; }

instance_arn() { say "${ARN_OF[instance/$CONNECT_ALIAS]:-}"; }

# component_of KEY: what deploys the thing of queue/Sales.
component_of() {
  case ${1%%/*} in
    instance | hours | hierarchy) say "${1%%/*}" ;;
    hierarchy-group) say hierarchy ;;
    lambda | lex-bot | application) say integrations ;;
    number | queue | routing-profile | security-profile | user | prompt | module | flow | quick-connect) say "${1%%/*}s" ;;
    *) say early-resources ;;
  esac
}

connect_drift() {
  local stacks stack name worries=0
  stacks=$(chosen_stacks "${WORDS[1]:-}")
  for stack in $stacks; do
    name=$(connect_stack_name "$stack")
    say "$name"
    if [[ $(stack_status "$PRIMARY_REGION" "$name") == NONE ]]; then say "  not deployed"; else drift "$PRIMARY_REGION" "$name"; fi
  done
  if ((worries > 0)); then
    say "$worries stacks have been changed by hand. ops connect deploy does not see that: fix it in Connect, or change the model."
    exit 2
  fi
}

connect_outputs() {
  local key
  read_published
  [[ -n $(instance_arn) ]] || fail "$CONNECT_ALIAS is not deployed in $PRIMARY_REGION. Run ops connect deploy first."
  for key in "${!ARN_OF[@]}"; do printf '%s\t%s\n' "$key" "${ARN_OF[$key]}"; done | sort
  connect_numbers
}

# The numbers themselves; AWS chooses them, and SSM has their ARNs alone.
connect_numbers() {
  local number arn key
  read_aws "$PRIMARY_REGION" connect list-phone-numbers-v2 --query 'ListPhoneNumbersSummaryList[].[PhoneNumberArn,PhoneNumber]' |
    sort >"$SCRATCH/numbers"
  for key in "${!ARN_OF[@]}"; do
    [[ $key == number/* ]] || continue
    while IFS=$'\t' read -r arn number; do
      if [[ $arn == "${ARN_OF[$key]}" ]]; then printf 'phone-%s\t%s\n' "$key" "$number"; fi
    done <"$SCRATCH/numbers"
  done | sort
}
