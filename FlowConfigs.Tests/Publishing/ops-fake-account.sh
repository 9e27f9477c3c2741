# What ops-fake-aws.sh answers about what others have made, of an account in which all of it is ready.
# shellcheck shell=bash disable=SC2154 # region is ops-fake-aws.sh's

# aws_account SERVICE COMMAND …: 3 where it is about something else.
aws_account() {
  case "$1 $2" in
    'acm describe-certificate') printf 'ISSUED\tflow-configs.example.com www.example.com\n' ;;
    'ec2 describe-vpc-endpoints') printf '%s\tavailable\tcom.amazonaws.%s.execute-api\n' "$(option --vpc-endpoint-ids "$@")" "$region" ;;
    'secretsmanager get-secret-value') echo True ;;
    'cognito-idp describe-user-pool-domain') echo None ;;
    'lambda get-account-settings') printf '1000\t1000\n' ;;
    'lambda get-function-concurrency') echo None ;;
    'apigateway get-account') echo "arn:aws:iam::111122223333:role/writes-logs-in-$region" ;;
    *) return 3 ;;
  esac
  return 0
}
