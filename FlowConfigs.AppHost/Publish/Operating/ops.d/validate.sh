# ops validate: asks the installed system as a contact flow does, and follows a write from one Region to the other.

# Seconds that a write may take to the other Region; less than one is usual.
REPLICATION_SECONDS=30

run_validate() {
  allow_options
  read_settings
  check_credentials
  local region
  for region in "${REGIONS[@]}"; do
    step "$region"
    validate_stacks "$region"
    validate_region "$region"
  done
  step "A write in $PRIMARY_REGION${SECONDARY_REGION:+, read in $SECONDARY_REGION}"
  validate_write
  say "All is well."
}

validate_stacks() {
  local stack name status
  for stack in "${STACKS[@]}"; do
    [[ " $(regions_of "$stack") " == *" $1 "* ]] || continue
    name=$(stack_name "$stack")
    status=$(stack_status "$1" "$name")
    [[ $status == CREATE_COMPLETE || $status == UPDATE_COMPLETE ]] ||
      fail "$name in $1 is in $status. Look: aws cloudformation describe-stack-events --region $1 --stack-name $name"
  done
  say "every stack is complete"
}

# What must answer in a Region, whether it is the one that serves or not.
validate_region() {
  local status count file
  status=$(read_aws "$1" dynamodb describe-table --table-name "$(table_name)" --query Table.TableStatus)
  [[ $status == ACTIVE || $status == UPDATING ]] || fail "The table $(table_name) in $1 is in $status."
  count=$(read_aws "$1" dynamodb query --table-name "$(table_name)" --index-name listing --select COUNT --query Count \
    --key-condition-expression 'listed = :kind' --expression-attribute-values '{":kind": {"S": "CONFIG"}}' |
    awk '{ n += $1 } END { print n + 0 }')
  say "the table answers; it lists $count configs"
  ask_get_config "$1" ops-validate/nobody
  grep -q '"_found":"false"' "$SCRATCH/answer" || fail "getConfig in $1 does not say that it does not know a config: $(<"$SCRATCH/answer")"
  say "getConfig answers"
}

# ask_get_config REGION ID: as a contact flow does, into $SCRATCH/answer. getConfig only reads.
ask_get_config() {
  local arn fault
  arn=$(shared "$1" get-config-arn)
  printf '{"Name":"ContactFlowEvent","Details":{"ContactData":{"Channel":"VOICE"},"Parameters":{"id":"%s"}}}' "$2" >"$SCRATCH/event.json"
  fault=$(read_aws "$1" lambda invoke --function-name "$arn" --payload "fileb://$SCRATCH/event.json" "$SCRATCH/answer" \
    --query FunctionError)
  [[ $fault == None ]] || fail "getConfig in $1 fails: $(<"$SCRATCH/answer")"
}

# A config of this moment, which no list shows and which leaves no history, and is gone at the end.
validate_write() {
  local id=ops-validate/$RANDOM$RANDOM
  PROBE="{\"pk\": {\"S\": \"CONFIG#$id\"}, \"sk\": {\"S\": \"CURRENT\"}}"
  CLEAN_UP+=(remove_probe)
  local variable='{\"name\":\"Probe\",\"kind\":\"text\",\"value\":\"seen\"}'
  local body="{\\\"id\\\":\\\"$id\\\",\\\"version\\\":1,\\\"variables\\\":[$variable]}"
  change_aws "$PRIMARY_REGION" dynamodb put-item --table-name "$(table_name)" \
    --item "{${PROBE:1:-1}, \"version\": {\"N\": \"1\"}, \"body\": {\"S\": \"$body\"}}"
  if $DRY_RUN; then return; fi
  local region
  for region in "${REGIONS[@]}"; do await_probe "$region" "$id"; done
}

await_probe() {
  local since=$SECONDS
  while ask_get_config "$1" "$2" && ! grep -q '"Probe":"seen"' "$SCRATCH/answer"; do
    ((SECONDS - since < REPLICATION_SECONDS)) || fail "What was written in $PRIMARY_REGION is not in $1 after $REPLICATION_SECONDS s." \
      "Look at the replicas (ops status) and at the alarm of the replication."
    sleep 1
  done
  say "getConfig in $1 answers with it"
}

remove_probe() {
  change_aws "$PRIMARY_REGION" dynamodb delete-item --table-name "$(table_name)" --key "$PROBE" ||
    warn "The item $PROBE could not be removed from $(table_name); remove it by hand."
}
