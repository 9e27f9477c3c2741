# ops burndown: back to a clean account. What CloudFormation keeps (table, pools, stores, keys) is deleted by hand at the end.

run_burndown() {
  allow_options confirm
  read_settings
  check_credentials
  if ! $DRY_RUN; then check_cli_for_burndown; fi
  say "Deletes everything of the stage $STAGE in ${REGIONS[*]}, account $ACCOUNT_ID: all configs with their history, users, logs," \
    "and the backups in the artifact buckets."
  confirm_stage
  declare -A KEPT=()
  local region
  for region in "${REGIONS[@]}"; do
    remember_kept "$region"
    unprotect_stacks "$region"
    empty_bucket "$region" "$(published "$region" web-bucket)"
    empty_bucket "$region" "$(published "$region" artifact-bucket)"
  done
  delete_stacks
  for region in $(regions_of 20-identity secondary-first); do delete_kept "$region"; done
  step "Nothing of the stage $STAGE is left, but what the administrators have set up elsewhere (todo/)"
}

confirm_stage() {
  if $DRY_RUN; then return; fi
  local answer=${OPTION[confirm]:-}
  if [[ -z $answer ]]; then read -r -p "Write the name of the stage to go on: " answer || true; fi
  [[ $answer == "$STAGE" ]] || fail "\"$answer\" is not the name of the stage ($STAGE). Nothing was deleted."
}

# Better to stop here than half way.
check_cli_for_burndown() {
  local call
  for call in 'verifiedpermissions delete-policy-store' 'dynamodb update-table --no-deletion-protection-enabled'; do
    # shellcheck disable=SC2086 # words
    aws --region "$PRIMARY_REGION" $call --generate-cli-skeleton input >/dev/null 2>&1 ||
      fail "This AWS CLI ($(aws --version 2>&1 | cut -d' ' -f1)) is too old for burndown: it does not know \"aws $call\"." \
        "Take 2.15 or later, or 1.32 or later. Nothing was deleted."
  done
}

# What is found by its stack has to be found before the stack goes.
remember_kept() {
  local stack
  KEPT[$1 pool]=$(published "$1" user-pool-id)
  KEPT[$1 store]=$(published "$1" policy-store-id)
  KEPT[$1 api]=$(published "$1" api-id)
  KEPT[$1 key]=$(read_aws "$1" kms describe-key --key-id "alias/flow-configs-$STAGE" --query KeyMetadata.KeyId 2>"$SCRATCH/error" ||
    grep -q NotFound "$SCRATCH/error" || fail "AWS does not say what key there is in $1: $(tail -n 1 "$SCRATCH/error")")
  for stack in "${STACKS[@]}"; do
    KEPT[$1 logs]+=" $(resources_of "$1" "$stack" AWS::Logs::LogGroup)"
  done
}

# resources_of REGION STACK TYPE: their physical ids; none where there is no such stack.
resources_of() {
  read_aws "$1" cloudformation list-stack-resources --stack-name "$(stack_name "$2")" \
    --query "StackResourceSummaries[?ResourceType=='$3'].[PhysicalResourceId]" 2>"$SCRATCH/error" ||
    grep -q 'does not exist' "$SCRATCH/error" || fail "AWS does not say what $2 in $1 holds: $(tail -n 1 "$SCRATCH/error")"
}

unprotect_stacks() {
  local stack
  for stack in "${KEPT_STACKS[@]}"; do
    [[ " $(regions_of "$stack") " == *" $1 "* && $(stack_status "$1" "$(stack_name "$stack")") != NONE ]] || continue
    change_aws "$1" cloudformation update-termination-protection --stack-name "$(stack_name "$stack")" \
      --no-enable-termination-protection >/dev/null
  done
}

# empty_bucket REGION BUCKET: every version of everything.
empty_bucket() {
  [[ -n $2 ]] || return 0
  step "Empty $2"
  # shellcheck disable=SC2016 # backticks of JMESPath
  local query='{Objects: [Versions, DeleteMarkers][].{Key: Key, VersionId: VersionId}, Quiet: `true`}'
  while read_aws "$1" s3api list-object-versions --bucket "$2" --max-items 1000 --output json --query "$query" >"$SCRATCH/objects.json" &&
    grep -q '"Key"' "$SCRATCH/objects.json"; do
    change_aws "$1" s3api delete-objects --bucket "$2" --delete "file://$SCRATCH/objects.json" >/dev/null
    if $DRY_RUN; then return; fi
  done
}

delete_stacks() {
  local index region stack name
  for ((index = ${#STACKS[@]} - 1; index >= 0; index--)); do
    stack=${STACKS[index]}
    name=$(stack_name "$stack")
    for region in $(regions_of "$stack" secondary-first); do
      [[ $(stack_status "$region" "$name") != NONE ]] || continue
      delete_stack "$region" "$name"
    done
  done
}

delete_kept() {
  local group pool=${KEPT[$1 pool]} store=${KEPT[$1 store]} key=${KEPT[$1 key]}
  step "What the stacks kept in $1"
  delete_table "$1"
  if [[ -n $pool ]]; then
    change_aws "$1" cognito-idp update-user-pool --user-pool-id "$pool" --deletion-protection INACTIVE
    change_aws "$1" cognito-idp delete-user-pool --user-pool-id "$pool"
  fi
  if [[ -n $store ]]; then
    change_aws "$1" verifiedpermissions update-policy-store --policy-store-id "$store" --deletion-protection DISABLED \
      --validation-settings mode=STRICT >/dev/null
    change_aws "$1" verifiedpermissions delete-policy-store --policy-store-id "$store"
  fi
  if [[ -n $key ]]; then
    change_aws "$1" kms schedule-key-deletion --key-id "$key" --pending-window-in-days 30 >/dev/null
  fi
  for group in ${KEPT[$1 logs]} ${KEPT[$1 api]:+API-Gateway-Execution-Logs_${KEPT[$1 api]}/v1}; do
    change_aws "$1" logs delete-log-group --log-group-name "$group" 2>"$SCRATCH/error" ||
      grep -q ResourceNotFound "$SCRATCH/error" || warn "The log group $group is left: $(tail -n 1 "$SCRATCH/error")"
  done
}

# The copy goes first; a table is gone when its last copy is.
delete_table() {
  if ! read_aws "$1" dynamodb describe-table --table-name "$(table_name)" >/dev/null 2>"$SCRATCH/error"; then
    grep -q ResourceNotFound "$SCRATCH/error" || warn "The table in $1 may be left: $(tail -n 1 "$SCRATCH/error")"
    return 0
  fi
  change_aws "$1" dynamodb update-table --table-name "$(table_name)" --no-deletion-protection-enabled >/dev/null
  change_aws "$1" dynamodb delete-table --table-name "$(table_name)" >/dev/null
  if ! $DRY_RUN; then read_aws "$1" dynamodb wait table-not-exists --table-name "$(table_name)"; fi
}
