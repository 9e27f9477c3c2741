# One stack at a time: look at it, show what would change, change it (changes.sh).

stack_name() { say "flow-configs-$STAGE-${1#*-}"; }
template_of() { say "$OPS_FOLDER/templates/$1.json"; }

# regions_of STACK [secondary-first]
regions_of() {
  local first=$PRIMARY_REGION second=
  if [[ ${REGIONS_OF[$1]} == *secondary* ]]; then second=$SECONDARY_REGION; fi
  if [[ ${2:-} == secondary-first ]]; then say "$second $first"; else say "$first $second"; fi
}

# stack_status REGION NAME: NONE where there is no such stack.
stack_status() {
  if read_aws "$1" cloudformation describe-stacks --stack-name "$2" --query 'Stacks[0].StackStatus' 2>"$SCRATCH/error"; then
    return
  fi
  grep -q 'does not exist' "$SCRATCH/error" || fail "$2 in $1 cannot be looked at: $(tail -n 1 "$SCRATCH/error")"
  say NONE
}

# deploy REGION STACK [ROLLBACK-CONFIGURATION]
deploy() {
  local region=$1 stack=$2 rollback=${3:-} name
  name=$(stack_name "$stack")
  write_parameters "$region" "$stack" "$SCRATCH/parameters.json"
  change_stack "$region" "$name" "$(template_of "$stack")" --parameters "file://$SCRATCH/parameters.json" \
    --tags "Key=flow-configs-stage,Value=$STAGE" ${rollback:+--rollback-configuration "$rollback"}
  if [[ $stack == 40-api && $CHANGED == UPDATE ]]; then redeploy_api "$region"; fi
}

# change_stack REGION NAME TEMPLATE OPTION …: shows what would change, refuses what must not be lost, and does it. CHANGED says how:
# CREATE, UPDATE, or nothing.
change_stack() {
  local region=$1 name=$2 status type change
  CHANGED=
  status=$(stack_status "$region" "$name")
  type=$(change_type "$region" "$name" "$status")
  change=$(change_name)
  say "$name in $region ($status)"
  propose "$1" "$2" "$3" "$change" "$type" "${@:4}"
  if $DRY_RUN; then return; fi
  if has_changes "$region" "$name" "$change"; then
    show_changes "$region" "$name" "$change"
    refuse_others "$region" "$name" "$change" replace "${ONLY_OF[$name]:-}"
    refuse_loss "$region" "$name" "$change"
    execute "$region" "$name" "$change" "$type"
    CHANGED=$type
  fi
}

# API Gateway serves a deployment: one that a change of the resource policy or the endpoint alone does not renew automatically.
redeploy_api() {
  if grep -q AWS::ApiGateway::Deployment "$SCRATCH/changes"; then return; fi
  change_aws "$1" apigateway create-deployment --rest-api-id "$(shared "$1" api-id)" --stage-name v1 --query id >/dev/null
}

# is_new STATUS: whether the stack is only about to be created.
is_new() { [[ $1 == NONE || $1 == REVIEW_IN_PROGRESS ]]; }

# change_type REGION NAME STATUS: CREATE or UPDATE; fails where neither is possible.
change_type() {
  local look="aws cloudformation describe-stack-events --region $1 --stack-name $2"
  case $3 in
    NONE | REVIEW_IN_PROGRESS) say CREATE ;; # see is_new
    ROLLBACK_COMPLETE | ROLLBACK_FAILED | CREATE_FAILED)
      fail "$2 in $1 is in $3: its creation failed. See why ($look), fix that, delete the stack" \
        "(aws cloudformation delete-stack --region $1 --stack-name $2), and run ops again." ;;
    UPDATE_ROLLBACK_FAILED)
      fail "$2 in $1 is in $3. See why ($look), fix that, and run:" \
        "aws cloudformation continue-update-rollback --region $1 --stack-name $2" ;;
    IMPORT_ROLLBACK_COMPLETE)
      [[ ${WORDS[0]:-} == import ]] || fail "$2 in $1 is in $3: its import failed. See why ($look), fix that, and run ops connect import again."
      say UPDATE
      ;;
    IMPORT_ROLLBACK_FAILED)
      fail "$2 in $1 is in $3. See why ($look), fix that, delete the stack, which keeps the things of Connect" \
        "(aws cloudformation delete-stack --region $1 --stack-name $2), and run ops connect import again." ;;
    DELETE_FAILED) fail "$2 in $1 is in $3. See why ($look), and delete it again." ;;
    *_IN_PROGRESS) fail "$2 in $1 is in $3: another deployment is under way. Wait for its end, and run ops again." ;;
    *) say UPDATE ;;
  esac
}

# delete_stack REGION NAME
delete_stack() {
  step "Delete $2 in $1"
  change_aws "$1" cloudformation delete-stack --stack-name "$2"
  if $DRY_RUN; then return; fi
  read_aws "$1" cloudformation wait stack-delete-complete --stack-name "$2" ||
    fail "$2 in $1 was not deleted. See why, fix that, and run ops $COMMAND again:" \
      "aws cloudformation describe-stack-events --region $1 --stack-name $2"
}

# resources_of REGION STACK TYPE: their physical ids; none where there is no such stack.
resources_of() {
  read_aws "$1" cloudformation list-stack-resources --stack-name "$(stack_name "$2")" \
    --query "StackResourceSummaries[?ResourceType=='$3'].[PhysicalResourceId]" 2>"$SCRATCH/error" ||
    grep -q 'does not exist' "$SCRATCH/error" || fail "AWS does not say what $2 in $1 holds: $(tail -n 1 "$SCRATCH/error")"
}
