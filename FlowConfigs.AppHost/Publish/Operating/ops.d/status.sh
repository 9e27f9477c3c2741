# ops status: what is there, and whether it needs a look.

run_status() {
  allow_options drift
  read_settings
  check_credentials
  local region worries=0
  for region in "${REGIONS[@]}"; do
    step "$region"
    status_of_stacks "$region"
    status_of_alarms "$region"
  done
  step "Copies of the table $(table_name)"
  read_aws "$PRIMARY_REGION" dynamodb describe-table --table-name "$(table_name)" \
    --query 'Table.Replicas[].[RegionName,ReplicaStatus]' | sed 's/^/  /' || worries=$((worries + 1))
  step "Exports of the table"
  status_of_backups
  ((worries == 0)) || fail "$worries things need a look."
}

status_of_stacks() {
  local stack name line
  for stack in "${STACKS[@]}"; do
    [[ " $(regions_of "$stack") " == *" $1 "* ]] || continue
    name=$(stack_name "$stack")
    if line=$(read_aws "$1" cloudformation describe-stacks --stack-name "$name" \
      --query 'Stacks[0].[StackStatus,LastUpdatedTime || CreationTime]' 2>/dev/null); then
      printf '  %-32s %s\n' "$name" "$line"
      [[ $line == CREATE_COMPLETE* || $line == UPDATE_COMPLETE* ]] || worries=$((worries + 1))
      if [[ -n ${OPTION[drift]:-} ]]; then drift "$1" "$name"; fi
    else
      printf '  %-32s %s\n' "$name" missing
      worries=$((worries + 1))
    fi
  done
}

# DynamoDB lists the exports of 90 days, those of ops backup among them.
status_of_backups() {
  local arn exports
  arn=$(read_aws "$PRIMARY_REGION" dynamodb describe-table --table-name "$(table_name)" --query Table.TableArn)
  exports=$(read_aws "$PRIMARY_REGION" dynamodb list-exports --table-arn "$arn" --query 'ExportSummaries[].[ExportStatus,ExportArn]')
  if [[ -z $exports ]]; then
    say "  none so far; BACKUP_SCHEDULE is \"${VALUE_OF[BACKUP_SCHEDULE]:-}\""
  else
    tail -n 3 <<<"$exports" | sed 's/^/  /'
    if [[ $(tail -n 1 <<<"$exports") == FAILED* ]]; then worries=$((worries + 1)); fi
  fi
}

status_of_alarms() {
  local alarms
  alarms=$(alarms_in "$1" "?StateValue=='ALARM'].[AlarmName]")
  if [[ -n $alarms ]]; then
    sed 's/^/  ALARM /' <<<"$alarms"
    worries=$((worries + 1))
  else
    say "  no alarm is on"
  fi
}

# drift REGION NAME: a look at every resource, which CloudFormation takes a while for.
drift() {
  local id state=DETECTION_IN_PROGRESS result
  id=$(change_aws "$1" cloudformation detect-stack-drift --stack-name "$2" --query StackDriftDetectionId)
  if $DRY_RUN; then return; fi
  while [[ $state == DETECTION_IN_PROGRESS ]]; do
    read -r state result < <(read_aws "$1" cloudformation describe-stack-drift-detection-status --stack-drift-detection-id "$id" \
      --query '[DetectionStatus,StackDriftStatus]')
    if [[ $state == DETECTION_IN_PROGRESS ]]; then sleep "$POLL_SECONDS"; fi
  done
  [[ $result == DRIFTED ]] || return 0
  worries=$((worries + 1))
  read_aws "$1" cloudformation describe-stack-resource-drifts --stack-name "$2" --stack-resource-drift-status-filters MODIFIED DELETED \
    --query "StackResourceDrifts[].[StackResourceDriftStatus,ResourceType,LogicalResourceId,join('; ',
      not_null(PropertyDifferences, \`[]\`)[].join(' ', [PropertyPath, to_string(ExpectedValue), '->', to_string(ActualValue)]))]" |
    sed 's/^/    changed by hand: /'
}
