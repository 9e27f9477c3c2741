# ops burndown: back to a clean account. What CloudFormation keeps (table, pools, stores, keys) is deleted by hand, and found by its name
# or its tag: a burndown that stopped can be run again, whichever stacks are gone by then.

run_burndown() {
  allow_options confirm backups
  read_settings
  check_credentials
  if ! $DRY_RUN; then check_cli_for_burndown; fi
  say "Deletes everything of the stage $STAGE in ${REGIONS[*]}, account $ACCOUNT_ID: all configs with their history, users, logs," \
    "$(if [[ -n ${OPTION[backups]:-} ]]; then say "and all backups."; else say "but not the backups (--backups deletes them too)."; fi)"
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
  delete_first_stack
  for region in "${REGIONS[@]}"; do delete_backups "$region"; done
  confirm_gone
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

remember_kept() {
  KEPT[$1 pools]=$(pools_of "$1")
  KEPT[$1 stores]=$(stores_of "$1")
  KEPT[$1 keys]=$(tagged "$1" kms:key)
  KEPT[$1 logs]=$(tagged "$1" logs:log-group | sed 's/^.*:log-group://; s/:\*$//')
  KEPT[$1 api]=$(published "$1" api-id)
  KEPT[$1 backups]=$(backup_buckets "$1")
}

# An account can have more pools than one answer holds, and of this call the AWS CLI follows no pages.
pools_of() {
  local token='' ids
  while [[ $token != None ]]; do
    IFS=$'\t' read -r token ids < <(listed "$1" cognito-idp list-user-pools --max-results 60 ${token:+--next-token "$token"} \
      --query "[NextToken, join(' ', UserPools[?Name=='flow-configs-$STAGE'].Id)]") || fail "The user pools in $1 cannot be listed."
    if [[ -n $ids ]]; then say "$ids"; fi
  done
}

stores_of() {
  listed "$1" verifiedpermissions list-policy-stores \
    --query "policyStores[?description=='Flow Configs, $STAGE'].[policyStoreId]"
}

# tagged REGION TYPE: the ARNs of what stacks of the stage have made, whether they are still there or not.
tagged() {
  listed "$1" resourcegroupstaggingapi get-resources --resource-type-filters "$2" \
    --tag-filters "Key=flow-configs-stage,Values=$STAGE" --query 'ResourceTagMappingList[].[ResourceARN]'
}

# listed REGION CALL …: what a call lists, a line each; fails where AWS does not say.
listed() {
  read_aws "$@" 2>"$SCRATCH/error" || fail "AWS does not say what there is in $1 ($2 $3): $(tail -n 1 "$SCRATCH/error")"
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

# All but the first, which has the table's key: while a table is there, so is its key.
delete_stacks() {
  local index
  for ((index = ${#STACKS[@]} - 1; index > 0; index--)); do delete_in_regions "${STACKS[index]}"; done
}

delete_first_stack() { delete_in_regions "${STACKS[0]}"; }

delete_in_regions() {
  local region name
  name=$(stack_name "$1")
  for region in $(regions_of "$1" secondary-first); do
    [[ $(stack_status "$region" "$name") != NONE ]] || continue
    delete_stack "$region" "$name"
    # API Gateway names this one after the API, whose id goes with the stack.
    if [[ $1 == 40-api && -n ${KEPT[$region api]} ]]; then delete_logs "$region" "API-Gateway-Execution-Logs_${KEPT[$region api]}/v1"; fi
  done
}

delete_kept() {
  local group pool store key
  step "What the stacks kept in $1"
  delete_table "$1"
  for pool in ${KEPT[$1 pools]}; do
    change_aws "$1" cognito-idp update-user-pool --user-pool-id "$pool" --deletion-protection INACTIVE
    change_aws "$1" cognito-idp delete-user-pool --user-pool-id "$pool"
  done
  for store in ${KEPT[$1 stores]}; do
    change_aws "$1" verifiedpermissions update-policy-store --policy-store-id "$store" --deletion-protection DISABLED \
      --validation-settings mode=STRICT >/dev/null
    change_aws "$1" verifiedpermissions delete-policy-store --policy-store-id "$store"
  done
  for key in ${KEPT[$1 keys]}; do delete_key "$1" "$key"; done
  for group in ${KEPT[$1 logs]}; do delete_logs "$1" "$group"; done
}

# Log groups that AWS has not deleted. The rest goes on: confirm_gone names them, and a later burndown finds them by their tag.
LEFT_LOGS=()

# delete_logs REGION GROUP
delete_logs() {
  if change_aws "$1" logs delete-log-group --log-group-name "$2" 2>"$SCRATCH/error"; then return; fi
  if grep -q ResourceNotFound "$SCRATCH/error"; then return; fi
  warn "The log group $2 is left: $(tail -n 1 "$SCRATCH/error")"
  LEFT_LOGS+=("log group $2 in $1")
}

# AWS takes 30 days for it; a key that is on its way already stays on it.
delete_key() {
  local state
  state=$(read_aws "$1" kms describe-key --key-id "$2" --query KeyMetadata.KeyState)
  [[ $state != Pending* ]] || return 0
  change_aws "$1" kms schedule-key-deletion --key-id "$2" --pending-window-in-days 30 >/dev/null
}

# The copy goes first; a table is gone when its last copy is. DynamoDB deletes neither a table that is being changed nor one that still
# has copies.
delete_table() {
  if ! has_table "$1"; then return 0; fi
  await_replicas_gone "$1"
  change_aws "$1" dynamodb update-table --table-name "$(table_name)" --no-deletion-protection-enabled >/dev/null
  if ! $DRY_RUN; then read_aws "$1" dynamodb wait table-exists --table-name "$(table_name)"; fi
  change_aws "$1" dynamodb delete-table --table-name "$(table_name)" >/dev/null
  if ! $DRY_RUN; then read_aws "$1" dynamodb wait table-not-exists --table-name "$(table_name)"; fi
}

has_table() {
  if read_aws "$1" dynamodb describe-table --table-name "$(table_name)" --query Table.TableStatus >/dev/null 2>"$SCRATCH/error"; then
    return 0
  fi
  grep -q ResourceNotFound "$SCRATCH/error" || fail "AWS does not say whether the table is in $1: $(tail -n 1 "$SCRATCH/error")"
  return 1
}

# Only the primary Region's table, which goes last, has to wait: for the copy to be gone, and for DynamoDB to have noticed.
await_replicas_gone() {
  if $DRY_RUN || [[ $1 != "$PRIMARY_REGION" ]]; then return 0; fi
  local since=$SECONDS
  while [[ -n $(listed "$1" dynamodb describe-table --table-name "$(table_name)" \
    --query "Table.Replicas[?RegionName!='$1'].[RegionName]") ]]; do
    ((SECONDS - since < 900)) || fail "The table in $1 still has a copy in $SECONDARY_REGION after 15 minutes." \
      "Look: aws dynamodb describe-table --region $1 --table-name $(table_name), and run ops burndown again."
    sleep "$POLL_SECONDS"
  done
}

# Asks AWS for each of them, because a deletion that was accepted can still fail.
confirm_gone() {
  if $DRY_RUN; then return; fi
  local region stack left=("${LEFT_LOGS[@]}")
  for region in "${REGIONS[@]}"; do
    for stack in "${STACKS[@]}"; do
      [[ " $(regions_of "$stack") " == *" $region "* ]] || continue
      [[ $(stack_status "$region" "$(stack_name "$stack")") == NONE ]] || left+=("stack $(stack_name "$stack") in $region")
    done
    if has_table "$region"; then left+=("table $(table_name) in $region"); fi
    [[ -z $(pools_of "$region") ]] || left+=("user pool $(pools_of "$region") in $region")
    [[ -z $(stores_of "$region") ]] || left+=("policy store $(stores_of "$region") in $region")
  done
  ((${#left[@]} == 0)) || fail "Left of the stage $STAGE: $(printf '%s; ' "${left[@]}")" "Run ops burndown again."
  step "Nothing of the stage $STAGE is left, but keys, which AWS deletes in 30 days, and what the administrators have set up elsewhere (todo/)"
}
