# What ops check asks AWS, and the identity provider, about the things that others have made. It names each that would stop the
# installation, or break it later.

account_problems() {
  local region
  certificate_problems
  provider_problems
  for region in "${REGIONS[@]}"; do
    if [[ -e $SCRATCH/silent-$region ]]; then continue; fi
    endpoint_problems "$region"
    instance_problems "$region"
    secret_problems "$region"
    domain_problems "$region"
    concurrency_problems "$region"
    gateway_role_problems "$region"
  done
}

# asked REGION CALL …: what AWS answers; the last line of its refusal, and false, where it does not. Use as: answer=$(asked …) || …
asked() { read_aws "$@" 2>"$SCRATCH/asked" || { tail -n 1 "$SCRATCH/asked"; return 1; }; }

# given VARIABLE: its value; nothing where its form is wrong already, which parameter_problems names.
given() { [[ -n $(problem_of "$1") ]] || say "${VALUE_OF[$1]}"; }

# CloudFront takes an issued certificate for this very name, or for *. and the rest of it.
certificate_problems() {
  local arn host answer status names name
  arn=$(given CERTIFICATE_ARN)
  host=$(given HOST_NAME)
  [[ -n $arn && -n $host ]] || return 0
  answer=$(asked us-east-1 acm describe-certificate --certificate-arn "$arn" \
    --query "Certificate.[Status, join(' ', SubjectAlternativeNames)]") ||
    { say "CERTIFICATE_ARN: AWS does not show the certificate: $answer"; return 0; }
  IFS=$'\t' read -r status names <<<"$answer"
  [[ $status == ISSUED ]] ||
    say "CERTIFICATE_ARN: the certificate is in $status. Add the DNS record that it asks for, and wait until it is ISSUED."
  for name in $names; do
    if [[ $name == "$host" || $name == "*.${host#*.}" ]]; then return 0; fi
  done
  say "CERTIFICATE_ARN: the certificate is for $names, and HOST_NAME is $host. Request one for $host, or change HOST_NAME."
}

# Cognito reads this address from the internet, and refuses to make the provider where it cannot. An upgrade continues without it: the
# provider is there already.
provider_problems() {
  local variable=SAML_METADATA_URL address status
  if [[ ${VALUE_OF[PROVIDER_TYPE]:-} == OIDC ]]; then variable=OIDC_ISSUER; fi
  address=$(given "$variable")
  [[ -n $address ]] || return 0
  if [[ $variable == OIDC_ISSUER ]]; then address=${address%/}/.well-known/openid-configuration; fi
  command -v curl >/dev/null || { warn "curl is missing, so nobody has asked $address. Install curl, or open the address."; return 0; }
  status=$(status_of "$address")
  if [[ $status == 200 ]]; then return 0; fi
  address="$variable: $address does not answer with 200 ($status). Amazon Cognito must be able to read it."
  if [[ $COMMAND == upgrade ]]; then warn "$address"; else say "$address"; fi
}

endpoint_problems() {
  local ids answer id state service
  [[ ${VALUE_OF[API_ENDPOINT_TYPE]:-} == PRIVATE ]] || return 0
  ids=$(given "VPC_ENDPOINT_IDS_$(side "$1")")
  [[ -n $ids ]] || return 0
  # shellcheck disable=SC2086 # a list becomes words
  answer=$(asked "$1" ec2 describe-vpc-endpoints --vpc-endpoint-ids ${ids//,/ } \
    --query 'VpcEndpoints[].[VpcEndpointId,State,ServiceName]') ||
    { say "VPC_ENDPOINT_IDS_$(side "$1"): AWS does not show the endpoints in $1: $answer"; return 0; }
  while IFS=$'\t' read -r id state service; do
    [[ -n $id ]] || continue
    [[ ${state,,} == available ]] || say "VPC_ENDPOINT_IDS_$(side "$1"): $id is in the state $state. Wait until it is available."
    [[ $service == "com.amazonaws.$1.execute-api" ]] ||
      say "VPC_ENDPOINT_IDS_$(side "$1"): $id leads to $service. Make one for com.amazonaws.$1.execute-api."
  done <<<"$answer"
}

# Amazon Connect signs people in by SAML where it shares a provider with Flow Configs; with any other type they have two passwords.
instance_problems() {
  local variable arn answer status identity
  variable=CONNECT_INSTANCE_ARN_$(side "$1")
  arn=$(given "$variable")
  [[ -n $arn ]] || return 0
  answer=$(asked "$1" connect describe-instance --instance-id "${arn##*/}" --query 'Instance.[InstanceStatus,IdentityManagementType]') ||
    { say "$variable: AWS does not show the instance: $answer"; return 0; }
  IFS=$'\t' read -r status identity <<<"$answer"
  [[ $status == ACTIVE ]] || say "$variable: the instance is in $status. It must be ACTIVE."
  [[ $identity == SAML ]] ||
    warn "$variable: the instance signs people in by $identity and not by SAML, so they sign in to Flow Configs separately."
}

# The secret's text stays in the AWS CLI, which answers with True or False alone.
secret_problems() {
  local name answer
  [[ ${VALUE_OF[PROVIDER_TYPE]:-} == OIDC ]] || return 0
  name=$(given OIDC_SECRET_NAME)
  [[ -n $name ]] || return 0
  answer=$(asked "$1" secretsmanager get-secret-value --secret-id "$name" --query "contains(SecretString, '\"clientSecret\"')") ||
    { say "OIDC_SECRET_NAME: AWS does not show the secret $name in $1: $answer"; return 0; }
  [[ $answer == True ]] || say "OIDC_SECRET_NAME: the secret $name in $1 has no key clientSecret. todo/1-single-sign-on.md has the command."
}

# A domain of the pool that this stage has already is the one that is meant.
domain_problems() {
  local prefix answer
  prefix=$(given DOMAIN_PREFIX)
  [[ -n $prefix ]] || return 0
  answer=$(asked "$1" cognito-idp describe-user-pool-domain --domain "$prefix" --query DomainDescription.UserPoolId) ||
    { say "DOMAIN_PREFIX: AWS does not say whether $prefix is free in $1: $answer"; return 0; }
  if [[ $answer == None || $answer == "$(published "$1" user-pool-id)" ]]; then return 0; fi
  say "DOMAIN_PREFIX: $prefix belongs to the user pool $answer in $1. Choose another prefix."
}

# Lambda keeps 100 instances free for functions that reserve none:
# https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html
FREE_CONCURRENCY=100

concurrency_problems() {
  local answer quota free wanted
  wanted=$(wanted_concurrency)
  answer=$(asked "$1" lambda get-account-settings --query 'AccountLimit.[ConcurrentExecutions,UnreservedConcurrentExecutions]') ||
    { say "AWS does not say how many functions can run at once in $1: $answer"; return 0; }
  read -r quota free <<<"$answer"
  free=$((free + $(own_concurrency "$1")))
  if ((wanted > 0 && free - wanted < FREE_CONCURRENCY)); then
    say "The functions want $wanted concurrent executions for themselves in $1, where $free of $quota are free; Lambda keeps" \
      "$FREE_CONCURRENCY of those. Raise the quota (Service Quotas, Lambda, Concurrent executions), or set API_RESERVED_CONCURRENCY and" \
      "CONNECT_RESERVED_CONCURRENCY to -1."
  elif ((quota < 1000)); then
    warn "Lambda's quota in $1 is $quota concurrent executions; 1000 are usual. Flows get errors above it: raise it before calls arrive."
  fi
}

# What the functions set aside: the API's, and for each of three Connect functions what is reserved, or else kept warm.
wanted_concurrency() {
  local api=${VALUE_OF[API_RESERVED_CONCURRENCY]:-} connect=${VALUE_OF[CONNECT_RESERVED_CONCURRENCY]:-}
  local warm=${VALUE_OF[CONNECT_PROVISIONED_CONCURRENCY]:-}
  [[ $api =~ ^[0-9]+$ ]] || api=0
  [[ $connect =~ ^[0-9]+$ ]] || connect=0
  [[ $warm =~ ^[0-9]+$ ]] || warm=0
  say $((api + 3 * (connect > warm ? connect : warm)))
}

# own_concurrency REGION: what the stage's functions have set aside already, which an upgrade can use again.
own_concurrency() {
  local name one sum=0
  if [[ -n $(published "$1" api-id) ]]; then
    for name in api get-config is-listed vanity-numbers; do
      one=$(asked "$1" lambda get-function-concurrency --function-name "flow-configs-$STAGE-$name" --query ReservedConcurrentExecutions) ||
        one=0
      if [[ $one =~ ^[0-9]+$ ]]; then sum=$((sum + one)); fi
    done
  fi
  say "$sum"
}

# An account has one such role in a Region, for every API in it.
gateway_role_problems() {
  local variable role
  variable=GATEWAY_LOG_ROLE_$(side "$1")
  role=$(asked "$1" apigateway get-account --query cloudwatchRoleArn) ||
    { say "AWS does not say by which role API Gateway writes logs in $1: $role"; return 0; }
  if [[ ${VALUE_OF[$variable]:-} == true && $role != None && $role != *"/flow-configs-$STAGE-api-GatewayLogs"* ]]; then
    say "$variable: API Gateway in $1 writes its logs by $role already, and the installation would replace it for every API in the account." \
      "Set $variable=\"false\"."
  elif [[ ${VALUE_OF[$variable]:-} == false && $role == None ]]; then
    say "$variable: API Gateway in $1 has no role for its logs. Set $variable=\"true\"."
  fi
}
