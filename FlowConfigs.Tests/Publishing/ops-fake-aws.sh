# shellcheck shell=bash
# Stands in for the AWS CLI: writes down each call, and answers as AWS would whose stacks are files in $FAKE_AWS/stacks. A file in
# $FAKE_AWS/answers overrules that: a pattern of the call in its first line, the exit code (and "once") in its second, the answer
# after them. It is a function of ops' own shell (BASH_ENV): a process for each of the thousands of calls was half of the tests' time.

# find_option NAME ARGUMENT …: leaves the option's value in FOUND; option prints it.
find_option() {
  local name=$1
  FOUND=
  shift
  while (($# > 0)); do
    if [[ $1 == "$name" ]]; then FOUND=$2 && return; fi
    shift
  done
}
option() {
  find_option "$@"
  printf '%s' "$FOUND"
}
refuse() { printf '\nAn error occurred (%s) when calling the operation: %s\n' "$1" "$2" >&2; }

# shellcheck source-path=SCRIPTDIR source=ops-fake-connect.sh
. "$FAKE_AWS_SCRIPTS/ops-fake-connect.sh"

# shellcheck source-path=SCRIPTDIR source=ops-fake-account.sh
. "$FAKE_AWS_SCRIPTS/ops-fake-account.sh"

aws() {
  local - IFS region=${2:-} call answer pattern code once stack status name from key in_stack emptied
  set +eu +o pipefail
  if [[ $1 == --version ]]; then echo "aws-cli of the tests" && return; fi
  shift 2
  if [[ $1 == --endpoint-url ]]; then
    echo "$2" >>"$FAKE_AWS/endpoints"
    shift 2
  fi
  IFS=$'\x1f'
  printf '%s\x1f%s\n' "$region" "$*" >>"$FAKE_AWS/calls"
  IFS=$' \t\n'
  call="$region $*"

  for answer in "$FAKE_AWS"/answers/*; do
    [[ -e $answer ]] || break
    { read -r pattern; read -r code once; } <"$answer"
    # shellcheck disable=SC2053 # it is a pattern
    if [[ $call == $pattern ]]; then
      if ((code == 0)); then tail -n +3 "$answer"; else tail -n +3 "$answer" >&2; fi
      if [[ -n $once ]]; then rm "$answer"; fi
      return "$code"
    fi
  done

  if [[ $* == *--generate-cli-skeleton* ]]; then echo '{"SignInConfig": {}}' && return; fi
  find_option --stack-name "$@"
  stack=$FAKE_AWS/stacks/$region/$FOUND
  if [[ ! -d $FAKE_AWS/stacks/$region ]]; then mkdir -p "$FAKE_AWS/stacks/$region"; fi
  aws_connect "$@"
  status=$?
  if ((status != 3)); then return "$status"; fi
  aws_account "$@"
  status=$?
  if ((status != 3)); then return "$status"; fi

  case "$1 $2" in
    'sts get-caller-identity') echo 111122223333 ;;
    'cloudformation describe-stacks')
      # All of them are those that a test answers with.
      [[ $* == *--stack-name* ]] || return 0
      [[ -f $stack ]] || { refuse ValidationError "Stack with id ${stack##*/} does not exist"; return 254; }
      read -r status <"$stack"
      if [[ $* == *LastUpdatedTime* ]]; then printf '%s\t2026-03-02T12:00:00Z\n' "$status"; else printf '%s\n' "$status"; fi
      ;;
    'cloudformation create-change-set')
      if [[ $* == *--parameters* ]]; then
        cp "$(option --parameters "$@" | sed 's|file://||')" "$stack.parameters"
        [[ -f $stack ]] || cp "$stack.parameters" "$stack.parameters.created"
      fi
      find_option --template-body "$@"
      if [[ -n $FOUND ]]; then cp "${FOUND#file://}" "$stack.proposed"; fi
      if [[ ! -f $stack ]]; then echo REVIEW_IN_PROGRESS >"$stack"; fi
      ;;
    'cloudformation describe-change-set')
      case "$*" in
        *StatusReason*) printf 'CREATE_COMPLETE\tNone\n' ;;
        *ExecutionStatus*) echo AVAILABLE ;;
      esac
      ;;
    'cloudformation execute-change-set')
      read -r status <"$stack"
      if [[ $status == REVIEW_IN_PROGRESS ]]; then echo CREATE_COMPLETE; else echo UPDATE_COMPLETE; fi >"$stack"
      if [[ -f $stack.proposed ]]; then mv "$stack.proposed" "$stack.template"; fi
      ;;
    # With the CLI's indent, and with CloudFormation's "?" for letters outside ASCII.
    'cloudformation get-template')
      [[ -f $stack.template ]] || { refuse ValidationError 'does not exist'; return 254; }
      awk '{ match($0, /^ */); gsub(/[^ -~]/, "?"); print substr($0, 1, RLENGTH) $0 }' "$stack.template"
      ;;
    'cloudformation delete-stack') rm -f "$stack" ;;
    'cloudformation list-stack-resources')
      [[ -f $stack ]] || { refuse ValidationError 'does not exist'; return 254; }
      case "$*" in
        *-watch\ *Alarm*) printf 'flow-configs-dev-get-config-errors\nflow-configs-dev-api-5xx\n' ;;
      esac
      ;;
    'cloudwatch describe-alarms')
      if [[ $* == *AlarmArn* ]]; then
        printf 'arn:aws:cloudwatch:%s:111122223333:alarm:%s\n' "$region" flow-configs-dev-get-config-errors "$region" flow-configs-dev-slow
      fi
      ;;
    'ssm get-parameter')
      find_option --name "$@"
      name=$FOUND from=
      while read -r key in_stack; do if [[ $key == "${name##*/}" ]]; then from=$in_stack; fi; done <"$FAKE_AWS/outputs"
      [[ -f $FAKE_AWS/stacks/$region/flow-configs-dev-$from ]] || { refuse ParameterNotFound "$name"; return 254; }
      echo "${name##*/}-in-$region"
      ;;
    'dynamodb describe-table')
      [[ ! -e $FAKE_AWS/gone-table-$region ]] || { refuse ResourceNotFoundException "Table: $(option --table-name "$@") not found"; return 254; }
      case "$*" in
        *RegionName!=*) [[ -e $FAKE_AWS/gone-table-us-west-2 ]] || echo us-west-2 ;;
        *TableStatus) echo ACTIVE ;;
        *TableArn) echo "arn:aws:dynamodb:$region:111122223333:table/flow-configs-dev" ;;
        *ItemCount) echo 3 ;;
        *Replicas*) printf 'us-west-2\tACTIVE\n' ;;
      esac
      ;;
    'dynamodb delete-table') touch "$FAKE_AWS/gone-table-$region" ;;
    'cognito-idp list-user-pools')
      if [[ -e $FAKE_AWS/gone-pool-$region ]]; then printf 'None\t\n'; else printf 'None\tpool-in-%s\n' "$region"; fi
      ;;
    'cognito-idp delete-user-pool') touch "$FAKE_AWS/gone-pool-$region" ;;
    'verifiedpermissions list-policy-stores') [[ -e $FAKE_AWS/gone-store-$region ]] || echo "store-in-$region" ;;
    'verifiedpermissions delete-policy-store') touch "$FAKE_AWS/gone-store-$region" ;;
    'resourcegroupstaggingapi get-resources')
      case "$*" in
        *"--resource-type-filters s3 "*)
          printf 'arn:aws:s3:::flow-configs-dev-%s\n' "artifacts-backups-$region" "artifacts-111122223333-$region"
          ;;
        *kms:key*) echo "arn:aws:kms:$region:111122223333:key/11111111-2222-3333-4444-555555555555" ;;
        *logs:log-group*) echo "arn:aws:logs:$region:111122223333:log-group:flow-configs-dev-api-ApiLogs-A1B2C3D4E5F6:*" ;;
      esac
      ;;
    'dynamodb describe-continuous-backups') printf 'ENABLED\t2026-02-01T00:00:00Z\t2026-03-02T12:00:00Z\n' ;;
    'dynamodb export-table-to-point-in-time') echo "arn:aws:dynamodb:$region:111122223333:table/flow-configs-dev/export/01740-abc" ;;
    'dynamodb describe-export') echo COMPLETED ;;
    'dynamodb list-exports') printf 'COMPLETED\tarn:aws:dynamodb:%s:111122223333:table/flow-configs-dev/export/01740-abc\n' "$region" ;;
    'dynamodb scan') cat "$FAKE_AWS/scan-$(option --table-name "$@").json" 2>/dev/null || echo '[]' ;;
    'dynamodb batch-write-item') cat "$(option --request-items "$@" | sed 's|file://||')" >>"$FAKE_AWS/written" ;;
    'dynamodb query') echo 4 ;;
    'lambda invoke')
      answer=${*: -3:1}
      case "$(<"$(option --payload "$@" | sed 's|fileb://||')")" in
        *nobody* | *nothing*) echo '{"_found":"false"}' ;;
        *CHAT*) echo '{"_found":"false","Vanity1":""}' ;;
        *) echo '{"_found":"true","Probe":"seen"}' ;;
      esac >"$answer"
      echo None
      ;;
    's3 cp') if [[ $4 == */config.json ]]; then cp "$3" "$FAKE_AWS/config.json"; fi ;;
    's3api list-object-versions')
      emptied=$FAKE_AWS/emptied-$(option --bucket "$@")
      if [[ -e $emptied ]]; then echo '{"Objects": [], "Quiet": true}'; else echo '{"Objects": [{"Key": "a", "VersionId": "1"}]}'; fi
      ;;
    's3api delete-objects') touch "$FAKE_AWS/emptied-$(option --bucket "$@")" ;;
    'kms describe-key') if [[ -e $FAKE_AWS/pending-key-$region ]]; then echo PendingDeletion; else echo Enabled; fi ;;
    'kms schedule-key-deletion') touch "$FAKE_AWS/pending-key-$region" ;;
    'cloudformation detect-stack-drift') echo 22222222-2222-3333-4444-555555555555 ;;
    'cloudformation describe-stack-drift-detection-status') printf 'DETECTION_COMPLETE\tIN_SYNC\n' ;;
  esac
  return 0
}
