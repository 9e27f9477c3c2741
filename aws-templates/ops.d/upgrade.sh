# ops upgrade: a new version or new parameters, the secondary Region first.

run_upgrade() {
  allow_options ignore-alarms
  read_settings
  check_programs
  check_credentials
  check_all
  refuse_first_install
  local region
  for region in "${REGIONS[@]}"; do refuse_alarms "$region"; done
  upgrade_shared
  if [[ -n $SECONDARY_REGION ]]; then
    upgrade_region "$SECONDARY_REGION"
    if ! $DRY_RUN; then validate_region "$SECONDARY_REGION"; fi
  fi
  upgrade_region "$PRIMARY_REGION"
  for region in $(regions_of 50-web-bucket secondary-first); do upload_web "$region"; done
  protect_kept_stacks
  step "Upgraded. Next: ops validate"
}

refuse_first_install() {
  local name
  name=$(stack_name 10-data)
  [[ $(stack_status "$PRIMARY_REGION" "$name") != NONE ]] || fail "There is no stack $name in $PRIMARY_REGION. Run ops install first."
}

# Of a fault in new code: these take a change back. CloudFormation watches five at most
# (https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_RollbackConfiguration.html).
WATCHED='(api|get-config|is-listed|vanity-numbers)-(errors|5xx)$'

# An alarm that is on already would roll back everything.
refuse_alarms() {
  local alarms
  if [[ -n ${OPTION[ignore-alarms]:-} ]]; then return; fi
  alarms=$(alarms_in "$1" "?StateValue=='ALARM'].[AlarmName]")
  alarms=$(grep -E "$WATCHED" <<<"$alarms" | tr '\n' ' ') || true
  [[ -z $alarms ]] || fail "Alarms are on in $1: $alarms- fix that first (docs/runbooks.md has a line for each), or," \
    "if this upgrade is the fix, add --ignore-alarms."
}

# alarms_in REGION QUERY: asks about the alarms of this stage alone, whose stack knows them.
alarms_in() {
  local names
  names=$(resources_of "$1" 70-watch AWS::CloudWatch::Alarm)
  # shellcheck disable=SC2086 # a name has no spaces
  if [[ -n $names ]]; then read_aws "$1" cloudwatch describe-alarms --alarm-names $names --query "MetricAlarms[$2"; fi
}

# What both Regions need before either is upgraded.
upgrade_shared() {
  local region triggers
  step "00-artifacts"
  for region in $(regions_of 00-artifacts secondary-first); do
    deploy "$region" 00-artifacts
    upload_artifacts "$region"
  done
  step "10-data"
  triggers=$(rollback_triggers "$PRIMARY_REGION" 0)
  deploy "$PRIMARY_REGION" 10-data "$triggers"
}

upgrade_region() {
  local stack minutes triggers
  for stack in "${STACKS[@]}"; do
    [[ $stack == 00-* || $stack == 10-* || " $(regions_of "$stack") " != *" $1 "* ]] && continue
    step "$stack in $1"
    # Faults in code show after the deployment: CloudFormation continues to watch for a while.
    minutes=0
    if [[ $stack == 40-* ]]; then minutes=5; fi
    triggers=$(rollback_triggers "$1" "$minutes")
    deploy "$1" "$stack" "$triggers"
  done
}

# rollback_triggers REGION MINUTES
rollback_triggers() {
  local arn triggers='' arns
  if [[ -n ${OPTION[ignore-alarms]:-} ]]; then return; fi
  arns=$(alarms_in "$1" '].[AlarmArn]')
  arns=$(grep -E "$WATCHED" <<<"$arns" | sort | head -n 5) || true
  for arn in $arns; do
    triggers+="${triggers:+, }{\"Arn\": \"$arn\", \"Type\": \"AWS::CloudWatch::Alarm\"}"
  done
  say "{\"RollbackTriggers\": [$triggers], \"MonitoringTimeInMinutes\": $2}"
}
