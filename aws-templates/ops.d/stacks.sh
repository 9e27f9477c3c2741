# One stack at a time: look at it, show what would change, change it.

# CloudFormation takes a template of at most so many bytes in a call; longer ones it reads from S3.
MAX_TEMPLATE_BYTES=51200

# What may never be replaced or removed by a deployment: nobody could bring it back.
KEPT_TYPES=' AWS::DynamoDB::GlobalTable AWS::DynamoDB::Table AWS::Cognito::UserPool AWS::VerifiedPermissions::PolicyStore AWS::KMS::Key '

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
  local region=$1 stack=$2 rollback=${3:-} name status type change
  name=$(stack_name "$stack")
  status=$(stack_status "$region" "$name")
  type=$(change_type "$region" "$name" "$status")
  write_parameters "$region" "$stack" "$SCRATCH/parameters.json"
  change=ops-$(date -u +%Y%m%d%H%M%S)
  say "$name in $region ($status)"
  propose "$region" "$stack" "$change" "$type" "$rollback"
  if $DRY_RUN; then return; fi
  if has_changes "$region" "$name" "$change"; then
    refuse_loss "$region" "$name" "$change"
    execute "$region" "$name" "$change" "$type"
    if [[ $stack == 40-api && $type == UPDATE ]]; then redeploy_api "$region"; fi
  fi
}

# propose REGION STACK CHANGE TYPE ROLLBACK-CONFIGURATION: the change set, with the parameters that were written.
propose() {
  local template
  template=$(template_option "$1" "$2")
  change_aws "$1" cloudformation create-change-set --stack-name "$(stack_name "$2")" --change-set-name "$3" \
    --change-set-type "$4" "${template%% *}" "${template#* }" --parameters "file://$SCRATCH/parameters.json" \
    --capabilities CAPABILITY_IAM CAPABILITY_NAMED_IAM --tags "Key=flow-configs-stage,Value=$STAGE" \
    ${5:+--rollback-configuration "$5"} --query Id >/dev/null
}

# API Gateway serves a deployment: one that a change of the resource policy or the endpoint alone does not renew by itself.
redeploy_api() {
  if grep -q AWS::ApiGateway::Deployment "$SCRATCH/changes"; then return; fi
  change_aws "$1" apigateway create-deployment --rest-api-id "$(shared "$1" api-id)" --stage-name v1 --query id >/dev/null
}

# change_type REGION NAME STATUS: CREATE or UPDATE; fails where neither is possible.
change_type() {
  local look="aws cloudformation describe-stack-events --region $1 --stack-name $2"
  case $3 in
    NONE | REVIEW_IN_PROGRESS) say CREATE ;;
    ROLLBACK_COMPLETE | ROLLBACK_FAILED | CREATE_FAILED)
      fail "$2 in $1 is in $3: its creation failed. See why ($look), mend that, delete the stack" \
        "(aws cloudformation delete-stack --region $1 --stack-name $2), and run ops again." ;;
    UPDATE_ROLLBACK_FAILED)
      fail "$2 in $1 is in $3. See why ($look), mend that, and run:" \
        "aws cloudformation continue-update-rollback --region $1 --stack-name $2" ;;
    DELETE_FAILED) fail "$2 in $1 is in $3. See why ($look), and delete it again." ;;
    *_IN_PROGRESS) fail "$2 in $1 is in $3: another deployment is under way. Wait for its end, and run ops again." ;;
    *) say UPDATE ;;
  esac
}

template_option() {
  local template
  template=$(template_of "$2")
  if (($(wc -c <"$template") <= MAX_TEMPLATE_BYTES)); then
    say "--template-body file://$template"
  else
    say "--template-url $(template_url "$1" "$2")"
  fi
}

template_url() {
  local bucket
  bucket=$(artifact_bucket "$1")
  say "https://$bucket.s3.$1.amazonaws.com/templates/$2-$(sha256 <"$(template_of "$2")").json"
}

# Waits for the change set; false where there is nothing to change.
has_changes() {
  local reason
  if read_aws "$1" cloudformation wait change-set-create-complete --stack-name "$2" --change-set-name "$3" 2>"$SCRATCH/error"; then
    return 0
  fi
  reason=$(read_aws "$1" cloudformation describe-change-set --stack-name "$2" --change-set-name "$3" --query StatusReason)
  change_aws "$1" cloudformation delete-change-set --stack-name "$2" --change-set-name "$3"
  case $reason in
    *"didn't contain changes"* | *"No updates are to be performed"*) say "  nothing to change" && return 1 ;;
    *) fail "$2 in $1: CloudFormation refuses the change: $reason" ;;
  esac
}

# Shows what would change, and stops where that would lose data.
refuse_loss() {
  local action id type replacement lost=
  read_aws "$1" cloudformation describe-change-set --stack-name "$2" --change-set-name "$3" \
    --query 'Changes[].ResourceChange.[Action,LogicalResourceId,ResourceType,Replacement]' >"$SCRATCH/changes"
  while IFS=$'\t' read -r action id type replacement; do
    [[ -n $id ]] || continue
    if [[ $replacement == True || $replacement == Conditional ]]; then action=Replace; fi
    printf '  %-8s %-45s %s\n' "$action" "$type" "$id"
    if [[ $KEPT_TYPES == *" $type "* && ($action == Remove || $action == Replace) ]]; then
      lost+=" $action of $id ($type)."
    fi
  done <"$SCRATCH/changes"
  if [[ -z $lost ]]; then return; fi
  change_aws "$1" cloudformation delete-change-set --stack-name "$2" --change-set-name "$3"
  fail "$2 in $1: refused, because data would be lost:$lost Nothing was changed in this stack." \
    "Find the property that causes it, and move the data by hand if it has to be."
}

execute() {
  local finished=stack-${4,,}-complete
  if [[ $COMMAND == upgrade ]]; then confirm "Change $2 in $1?"; fi
  change_aws "$1" cloudformation execute-change-set --stack-name "$2" --change-set-name "$3"
  if ! read_aws "$1" cloudformation wait "$finished" --stack-name "$2"; then
    read_aws "$1" cloudformation describe-stack-events --stack-name "$2" --max-items 50 --query \
      "StackEvents[?contains(ResourceStatus, 'FAILED')].[LogicalResourceId,ResourceStatus,ResourceStatusReason]" >&2 || true
    fail "$2 in $1 was not deployed; the reasons stand above, the last one first. CloudFormation has taken the change back."
  fi
}
