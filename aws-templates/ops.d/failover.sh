# ops failover and ops failback: calls, agents and sign-in go to the other Region, by the instance's traffic distribution groups
# (Amazon Connect Global Resiliency). Only the Region that takes over is asked: the other one may be gone.
# https://docs.aws.amazon.com/connect/latest/APIReference/API_UpdateTrafficDistribution.html

run_failover() {
  read_failover_options
  move_to "$SECONDARY_REGION" "$PRIMARY_REGION"
  say "People: the app in the agent workspace uses $SECONDARY_REGION already. Phones and bookmarks open" \
    "https://${VALUE_OF[HOST_NAME]:-HOST_NAME}/?region=$SECONDARY_REGION"
}

run_failback() {
  read_failover_options
  move_to "$PRIMARY_REGION" "$SECONDARY_REGION"
}

read_failover_options() {
  allow_options percent
  read_settings
  [[ -n $SECONDARY_REGION ]] || fail "SECONDARY_REGION is empty in $ENV_FILE: there is no second Region to change to."
  PERCENT=${OPTION[percent]:-100}
  [[ $PERCENT =~ ^([1-9]0|100)$ ]] || fail "--percent is \"$PERCENT\". Give 10, 20 … 100: Amazon Connect moves calls in steps of ten."
}

# move_to REGION FROM. Can be run again: a group that is as wanted already is left alone.
move_to() {
  local to=$1 from=$2 groups group arn name is_default moving=() failed=()
  check_credentials "$to"
  check_cli_for_failover "$to"
  check_target "$to"
  groups=$(traffic_groups "$to")
  step "Before"
  while IFS=$'\t' read -r arn name is_default; do
    show_group "$to" "$arn" "$name"
    if ! is_moved "$to" "$from" "$is_default"; then moving+=("$arn"$'\t'"$name"$'\t'"$is_default"); fi
  done <<<"$groups"
  if ((${#moving[@]} == 0)); then
    say "Everything is as wanted; nothing was changed."
    return
  fi
  confirm "Move $PERCENT % of the calls and agents, and sign-in, from $from to $to?"
  for group in "${moving[@]}"; do
    IFS=$'\t' read -r arn name is_default <<<"$group"
    move_group "$to" "$from" "$arn" "$name" "$is_default" || failed+=("$name")
  done
  if ! $DRY_RUN; then verify_moved "$to" "$from"; fi
  ((${#failed[@]} == 0)) || fail "Not moved: ${failed[*]}. Fix the reason above, and run ops $COMMAND again."
  if $DRY_RUN; then return; fi
  say "Moved: $PERCENT % of the calls and agents go to $to."
}

# Older ones move calls alone.
check_cli_for_failover() {
  grep -q SignInConfig < <(aws --region "$1" connect update-traffic-distribution --generate-cli-skeleton input 2>/dev/null) ||
    fail "This AWS CLI ($(aws --version 2>&1 | cut -d' ' -f1)) is too old for ops $COMMAND: it moves calls without agents and sign-in." \
      "Install version 2.15 or later, or 1.32 or later. Nothing was changed."
}

# The Region that takes over must answer flows. In an emergency an answer of "no" is worth knowing, and no reason to stop.
check_target() {
  step "$1 takes over"
  if (validate_region "$1"); then return; fi
  [[ $COMMAND == failover ]] || fail "$1 does not answer as it must, so calls stay. Fix that first (ops validate)."
  warn "$1 does not answer as it must: flows there would take their Error branch. Go on only where $PRIMARY_REGION is worse."
}

# traffic_groups REGION: ARN, name, and whether it is the default, a line each. From the replica's Region a group is named by its ARN.
traffic_groups() {
  local arn instance groups
  arn=${VALUE_OF[CONNECT_INSTANCE_ARN_$(side "$1")]:-}
  [[ -n $arn ]] || fail "CONNECT_INSTANCE_ARN_$(side "$1") is empty in $ENV_FILE. Fill it in."
  instance=${arn##*/}
  groups=$(patiently read_aws "$1" connect list-traffic-distribution-groups --instance-id "$instance" \
    --query 'TrafficDistributionGroupSummaryList[].[Arn, Name, IsDefault]') ||
    fail "AWS does not list the traffic distribution groups in $1."
  [[ -n $groups ]] || fail "The instance $instance in $1 has no traffic distribution group: without Amazon Connect Global Resiliency" \
    "calls cannot change Regions. docs/runbooks.md says what to do then."
  say "$groups"
}

# read_group REGION ARN: a line for each share, into $SCRATCH/shares: "calls us-east-1 100", "sign-in us-east-1 true".
read_group() {
  local shares="join(' ', ['calls', Region, to_string(Percentage)])"
  patiently read_aws "$1" connect get-traffic-distribution --id "$2" --query "[TelephonyConfig.Distributions[].$shares,
    AgentConfig.Distributions[].${shares/calls/agents},
    SignInConfig.Distributions[].join(' ', ['sign-in', Region, to_string(Enabled)])][][].[@]" >"$SCRATCH/shares" ||
    fail "AWS does not say how $2 shares out its calls."
}

show_group() {
  read_group "$1" "$2"
  say "$3: $(paste -sd ';' "$SCRATCH/shares" | sed 's/;/; /g')"
}

# is_moved TO FROM IS_DEFAULT: whether $SCRATCH/shares is what this command makes.
is_moved() {
  is_share calls "$1" "$PERCENT" && is_share calls "$2" $((100 - PERCENT)) &&
    is_share agents "$1" "$PERCENT" && is_share agents "$2" $((100 - PERCENT)) || return 1
  [[ $3 == True ]] || return 0
  is_share sign-in "$1" true && is_share sign-in "$2" "$(signs_in)"
}

# is_share KIND REGION VALUE: a Region that is not named has nothing.
is_share() {
  local there
  there=$(sed -n "s/^$1 $2 //p" "$SCRATCH/shares")
  [[ ${there:-none} == "$3" ]] || [[ -z $there && ($3 == 0 || $3 == false) ]]
}

# People go on signing in to the other Region while it has a share of the agents.
signs_in() { if ((PERCENT < 100)); then say true; else say false; fi; }

# move_group TO FROM ARN NAME IS_DEFAULT. Only the default group has a sign-in.
move_group() {
  local shares="Distributions=[{Region=$1,Percentage=$PERCENT},{Region=$2,Percentage=$((100 - PERCENT))}]" sign_in=()
  step "$4"
  if [[ $5 == True ]]; then
    sign_in=(--sign-in-config "Distributions=[{Region=$1,Enabled=true},{Region=$2,Enabled=$(signs_in)}]")
  fi
  patiently change_aws "$1" connect update-traffic-distribution --id "$3" --telephony-config "$shares" --agent-config "$shares" \
    "${sign_in[@]}"
}

# AWS takes the change at once and carries it out in its own time.
MOST_LOOKS=20

# verify_moved TO FROM: by asking for each group, those too that were left alone.
verify_moved() {
  local arn name is_default look
  step "After"
  while IFS=$'\t' read -r arn name is_default; do
    if [[ " ${failed[*]} " == *" $name "* ]]; then continue; fi
    for ((look = 1; look <= MOST_LOOKS; look++)); do
      read_group "$1" "$arn"
      if is_moved "$1" "$2" "$is_default"; then break; fi
      sleep "$POLL_SECONDS"
    done
    show_group "$1" "$arn" "$name"
    is_moved "$1" "$2" "$is_default" || failed+=("$name (AWS does not show the change yet)")
  done <<<"$groups"
}
