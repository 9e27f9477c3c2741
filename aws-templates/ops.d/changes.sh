# Change sets: what would change in a stack, shown, refused where something would be lost, and executed.

# CloudFormation takes a template of at most so many bytes in a call; longer ones it reads from S3.
MAX_TEMPLATE_BYTES=51200

# What may never be replaced or removed by a deployment: nobody could bring it back.
KEPT_TYPES=' AWS::DynamoDB::GlobalTable AWS::DynamoDB::Table AWS::Cognito::UserPool AWS::VerifiedPermissions::PolicyStore AWS::KMS::Key '

# What may not be made either: things that an import has found, and that would be there twice.
IMPORTED_TYPES=
REASON_OF_REFUSAL='data would be lost'

change_name() { say "ops-$(date -u +%Y%m%d%H%M%S)"; }

# propose REGION NAME TEMPLATE CHANGE TYPE OPTION …: makes the change set.
propose() {
  local template
  template=$(template_option "$1" "$3")
  change_aws "$1" cloudformation create-change-set --stack-name "$2" --change-set-name "$4" \
    --change-set-type "$5" "${template%% *}" "${template#* }" \
    --capabilities CAPABILITY_IAM CAPABILITY_NAMED_IAM "${@:6}" --query Id >/dev/null
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
  key=${key#"$SCRATCH/"}
  say "${key%.json}-$(sha256 <"$1").json"
}

# Waits for the change set; false where there is nothing to change. The CLI's own waiter looks every 30 seconds, and a change set
# takes some five: with a hundred stacks of users that is most of an hour.
has_changes() {
  local status=CREATE_PENDING reason
  while [[ $status == CREATE_PENDING || $status == CREATE_IN_PROGRESS ]]; do
    IFS=$'\t' read -r status reason < <(read_aws "$1" cloudformation describe-change-set --stack-name "$2" --change-set-name "$3" \
      --query '[Status,StatusReason]') || fail "The change set $3 of $2 in $1 cannot be looked at."
    if [[ $status == CREATE_PENDING || $status == CREATE_IN_PROGRESS ]]; then sleep "$((POLL_SECONDS < 3 ? POLL_SECONDS : 3))"; fi
  done
  if [[ $status == CREATE_COMPLETE ]]; then return 0; fi
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
    [[ ($KEPT_TYPES == *" $type "* && ($action == Remove || $action == Replace)) ||
      ($IMPORTED_TYPES == *" $type "* && $action == Add) ]] || continue
    is_allowed "$id" && continue
    lost+=" $action of $id ($type)."
    allow+=" --allow $id"
  done <"$SCRATCH/changes"
  if [[ -z $lost ]]; then return; fi
  change_aws "$1" cloudformation delete-change-set --stack-name "$2" --change-set-name "$3"
  fail "$2 in $1: refused, because $REASON_OF_REFUSAL:$lost Nothing was changed in this stack." "$(remedy_of_loss "$allow")"
}

# Only ops connect has --allow, which is given once for each name.
is_allowed() { [[ " ${OPTION[allow]:-} " == *" $1 "* ]]; }

remedy_of_loss() {
  if [[ $COMMAND == connect && ${WORDS[0]} == import ]]; then
    say "The model differs from the instance in a property that cannot be changed: correct the model, and publish again."
  elif [[ $COMMAND == connect ]]; then
    say "Find the property that causes it. If this is what you want, add:$1"
  else
    say "Find the property that causes it, and move the data by hand if you must."
  fi
}

execute() {
  local finished=stack-${4,,}-complete
  if [[ $COMMAND == upgrade || $COMMAND == connect ]]; then confirm "Change $2 in $1?"; fi
  change_aws "$1" cloudformation execute-change-set --stack-name "$2" --change-set-name "$3"
  if ! read_aws "$1" cloudformation wait "$finished" --stack-name "$2"; then
    read_aws "$1" cloudformation describe-stack-events --stack-name "$2" --max-items 50 --query \
      "StackEvents[?contains(ResourceStatus, 'FAILED')].[LogicalResourceId,ResourceStatus,ResourceStatusReason]" >&2 || true
    fail "$2 in $1 was not deployed; the reasons are listed above, latest first. CloudFormation rolled the change back."
  fi
}
