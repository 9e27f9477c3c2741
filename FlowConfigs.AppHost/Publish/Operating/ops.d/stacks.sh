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
    refuse_loss "$region" "$name" "$change"
    execute "$region" "$name" "$change" "$type"
    CHANGED=$type
  fi
}

change_name() { say "ops-$(date -u +%Y%m%d%H%M%S)"; }

# propose REGION NAME TEMPLATE CHANGE TYPE OPTION …: makes the change set.
propose() {
  local template
  template=$(template_option "$1" "$3")
  change_aws "$1" cloudformation create-change-set --stack-name "$2" --change-set-name "$4" \
    --change-set-type "$5" "${template%% *}" "${template#* }" \
    --capabilities CAPABILITY_IAM CAPABILITY_NAMED_IAM "${@:6}" --query Id >/dev/null
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

# template_option REGION FILE
template_option() {
  if is_long "$2"; then say "--template-url $(template_url "$1" "$2")"; else say "--template-body file://$2"; fi
}

is_long() { (($(wc -c <"$1") > MAX_TEMPLATE_BYTES)); }

template_url() {
  local bucket
  bucket=$(artifact_bucket "$1")
  say "https://$bucket.s3.$1.amazonaws.com/$(template_key "$2")"
}

# template_key FILE: where a long one stands in the artifact bucket: templates/40-api-<hash>.json.
template_key() {
  local key=${1#"$OPS_FOLDER/"}
  say "${key%.json}-$(sha256 <"$1").json"
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

# show_changes REGION NAME CHANGE: what would change, and into $SCRATCH/changes.
show_changes() {
  read_aws "$1" cloudformation describe-change-set --stack-name "$2" --change-set-name "$3" \
    --query 'Changes[].ResourceChange.[Action,LogicalResourceId,ResourceType,Replacement]' |
    awk -F '\t' -v OFS='\t' 'NF > 1 { print $4 == "True" || $4 == "Conditional" ? "Replace" : $1, $2, $3 }' >"$SCRATCH/changes"
  awk -F '\t' '{ printf "  %-8s %-45s %s\n", $1, $3, $2 }' "$SCRATCH/changes"
}

# refuse_loss REGION NAME CHANGE: stops where that would lose what nobody could bring back, unless --allow names it.
refuse_loss() {
  local action id type lost='' allow=''
  while IFS=$'\t' read -r action id type; do
    [[ $KEPT_TYPES == *" $type "* && ($action == Remove || $action == Replace) ]] || continue
    is_allowed "$id" && continue
    lost+=" $action of $id ($type)."
    allow+=" --allow $id"
  done <"$SCRATCH/changes"
  if [[ -z $lost ]]; then return; fi
  change_aws "$1" cloudformation delete-change-set --stack-name "$2" --change-set-name "$3"
  fail "$2 in $1: refused, because data would be lost:$lost Nothing was changed in this stack." "$(remedy_of_loss "$allow")"
}

# Only ops connect has --allow, which is given once for each name.
is_allowed() { [[ " ${OPTION[allow]:-} " == *" $1 "* ]]; }

remedy_of_loss() {
  if [[ $COMMAND == connect ]]; then
    say "Find the property that causes it. If this is what you want, add:$1"
  else
    say "Find the property that causes it, and move the data by hand if it has to be."
  fi
}

execute() {
  local finished=stack-${4,,}-complete
  if [[ $COMMAND == upgrade || $COMMAND == connect ]]; then confirm "Change $2 in $1?"; fi
  change_aws "$1" cloudformation execute-change-set --stack-name "$2" --change-set-name "$3"
  if ! read_aws "$1" cloudformation wait "$finished" --stack-name "$2"; then
    read_aws "$1" cloudformation describe-stack-events --stack-name "$2" --max-items 50 --query \
      "StackEvents[?contains(ResourceStatus, 'FAILED')].[LogicalResourceId,ResourceStatus,ResourceStatusReason]" >&2 || true
    fail "$2 in $1 was not deployed; the reasons stand above, the last one first. CloudFormation has taken the change back."
  fi
}

# delete_stack REGION NAME
delete_stack() {
  step "Delete $2 in $1"
  change_aws "$1" cloudformation delete-stack --stack-name "$2"
  if $DRY_RUN; then return; fi
  read_aws "$1" cloudformation wait stack-delete-complete --stack-name "$2" ||
    fail "$2 in $1 was not deleted. See why, mend that, and run ops $COMMAND again:" \
      "aws cloudformation describe-stack-events --region $1 --stack-name $2"
}
