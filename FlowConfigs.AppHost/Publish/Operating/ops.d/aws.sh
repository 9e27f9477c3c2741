# Calls of the AWS CLI. It does the same in versions 1 and 2: text unless told otherwise, no pager, UTF-8 in files.
export AWS_PAGER='' AWS_DEFAULT_OUTPUT=text PYTHONUTF8=1 AWS_CLI_FILE_ENCODING=UTF-8 AWS_CLI_OUTPUT_ENCODING=UTF-8

# Seconds between two looks at something that takes its time.
POLL_SECONDS=${OPS_POLL_SECONDS:-15}

# read_aws REGION SERVICE COMMAND …: a call that changes nothing. Older CLIs do not know AWS_ENDPOINT_URL, so it is handed on.
read_aws() {
  local region=$1 service=$2
  shift 2
  local own=AWS_ENDPOINT_URL_${service//-/_}
  own=${own^^}
  if [[ $service == s3api ]]; then own=AWS_ENDPOINT_URL_S3; fi
  local url=${!own:-${AWS_ENDPOINT_URL:-}}
  aws --region "$region" ${url:+--endpoint-url "$url"} "$service" "$@"
}

# change_aws REGION SERVICE COMMAND …: a call that changes something; under --dry-run it is only printed.
change_aws() {
  if $DRY_RUN; then
    local region=$1
    shift
    printf '  would run: aws --region %s%s\n' "$region" "$(printf ' %q' "$@")" >&2
  else
    read_aws "$@"
  fi
}

# patiently read_aws|change_aws …: asks again, five times at most, where AWS says that it is asked too often. Connect takes two calls a
# second (https://docs.aws.amazon.com/connect/latest/adminguide/amazon-connect-service-limits.html).
patiently() {
  local attempt
  for attempt in 1 2 3 4 5; do
    if "$@" 2>"$SCRATCH/patience"; then
      cat "$SCRATCH/patience" >&2
      return
    fi
    grep -qE 'Throttl|TooManyRequests|Rate exceeded' "$SCRATCH/patience" || break
    if ((attempt < 5)); then sleep "$POLL_SECONDS"; fi
  done
  cat "$SCRATCH/patience" >&2
  return 1
}

require_aws() {
  command -v aws >/dev/null || fail "The AWS CLI (aws) is missing. Install it: apt-get install awscli, or https://aws.amazon.com/cli"
}

# check_credentials [REGION]: finds out who is asking, and says what to do where that fails.
check_credentials() {
  require_aws
  local account region=${1:-$PRIMARY_REGION}
  if ! account=$(read_aws "$region" sts get-caller-identity --query Account 2>"$SCRATCH/error"); then
    case $(<"$SCRATCH/error") in
      *[Ee]xpired*) fail "The AWS credentials have expired. Sign in again, such as with: aws sso login" ;;
      *locate\ credentials* | *NoCredentials*)
        fail "There are no AWS credentials. Set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY." ;;
      *InvalidClientTokenId* | *SignatureDoesNotMatch* | *could\ not\ be\ found*)
        fail "The AWS credentials are not valid: $(tail -n 1 "$SCRATCH/error")" ;;
      *) fail "AWS does not answer in $region: $(tail -n 1 "$SCRATCH/error")" ;;
    esac
  fi
  [[ $account == "$ACCOUNT_ID" ]] ||
    fail "The credentials are for account $account, and ACCOUNT_ID in $ENV_FILE says $ACCOUNT_ID. Change one of them."
}

# published REGION KEY: what a stack has published for others; nothing where it has not.
published() {
  read_aws "$1" ssm get-parameter --name "/flow-configs/$STAGE/$2" --query Parameter.Value 2>"$SCRATCH/error" ||
    grep -q ParameterNotFound "$SCRATCH/error" || fail "AWS does not say what $2 is in $1: $(tail -n 1 "$SCRATCH/error")"
}

# shared REGION KEY: the same; fails where there is nothing, unless that is because a dry run has not made it.
shared() {
  local value
  value=$(published "$1" "$2")
  if [[ -z $value ]] && $DRY_RUN; then value=https://$2-of-$1.not-there-yet; fi
  [[ -n $value ]] || fail "There is no SSM parameter /flow-configs/$STAGE/$2 in $1. Run ops install first."
  say "$value"
}

# A text as JSON.
json_text() {
  local text=${1//\\/\\\\}
  printf '"%s"' "${text//\"/\\\"}"
}
