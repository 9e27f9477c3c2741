# ops check: finds problems before anything is changed.

run_check() {
  allow_options
  read_settings
  check_programs
  check_credentials
  check_all
  say "All is ready for ops install."
}

check_programs() {
  require_aws
  local program
  for program in awk sed grep sort comm find gzip; do
    command -v "$program" >/dev/null || fail "The program $program is missing. Install it, such as with apt-get install $program."
  done
  say "$(aws --version 2>&1)"
}

# Regions, parameters, templates, and what others have made; names everything that is wrong before it stops.
check_all() {
  local problems=() problem
  while IFS= read -r problem; do problems+=("$problem"); done < <(
    region_problems
    parameter_problems
    file_problems
    template_problems
    account_problems
  )
  ((${#problems[@]} == 0)) && return
  for problem in "${problems[@]}"; do warn "$problem"; done
  fail "${#problems[@]} things must be fixed; nothing was changed."
}

region_problems() {
  local region
  for region in "${REGIONS[@]}"; do
    if read_aws "$region" cloudformation list-exports --max-items 1 >/dev/null 2>"$SCRATCH/error"; then continue; fi
    touch "$SCRATCH/silent-$region"
    say "The Region $region does not answer: $(tail -n 1 "$SCRATCH/error")" \
      "Look for a typo in its name, and whether the Region is enabled in the account."
  done
}

parameter_problems() {
  local variable
  for variable in "${VARIABLES[@]}"; do
    if [[ -z $SECONDARY_REGION && $variable == *_SECONDARY ]]; then continue; fi
    problem_of "$variable"
  done
  combination_problems
}

# Parameters that depend on one another.
combination_problems() {
  local side variable
  if [[ ${VALUE_OF[PROVIDER_TYPE]:-} == OIDC ]]; then
    for variable in OIDC_ISSUER OIDC_CLIENT_ID OIDC_SECRET_NAME; do
      [[ -n ${VALUE_OF[$variable]:-} ]] || say "$variable is empty, and PROVIDER_TYPE is OIDC. ${ASK[$variable]} fills it in."
    done
  elif [[ -z ${VALUE_OF[SAML_METADATA_URL]:-} ]]; then
    say "SAML_METADATA_URL is empty, and PROVIDER_TYPE is SAML. ${ASK[SAML_METADATA_URL]} fills it in."
  fi
  for side in PRIMARY ${SECONDARY_REGION:+SECONDARY}; do
    if [[ ${VALUE_OF[API_ENDPOINT_TYPE]:-} == PRIVATE && -z ${VALUE_OF[VPC_ENDPOINT_IDS_$side]:-} ]]; then
      say "VPC_ENDPOINT_IDS_$side is empty, and API_ENDPOINT_TYPE is PRIVATE: nobody could reach the API." \
        "${ASK[VPC_ENDPOINT_IDS]} fills it in."
    fi
  done
  if [[ ${VALUE_OF[DOMAIN_PREFIX]:-} =~ (aws|amazon|cognito) ]]; then
    say "DOMAIN_PREFIX contains ${BASH_REMATCH[1]}, which Amazon Cognito refuses. Choose another prefix."
  fi
  local reserved=${VALUE_OF[CONNECT_RESERVED_CONCURRENCY]:-} warm=${VALUE_OF[CONNECT_PROVISIONED_CONCURRENCY]:-}
  if [[ $reserved =~ ^[0-9]{1,9}$ && $warm =~ ^[0-9]{1,9}$ ]] && ((warm > reserved)); then
    say "CONNECT_PROVISIONED_CONCURRENCY is $warm, and CONNECT_RESERVED_CONCURRENCY is $reserved: Lambda keeps no more instances warm than" \
      "a function can have. Raise the second one, or set it to -1."
  fi
  microsoft365_problems
  if [[ -n ${VALUE_OF[SLACK_WORKSPACE_ID]:-} && -z ${VALUE_OF[SLACK_CHANNEL_ID]:-} ]] ||
    [[ -z ${VALUE_OF[SLACK_WORKSPACE_ID]:-} && -n ${VALUE_OF[SLACK_CHANNEL_ID]:-} ]]; then
    say "SLACK_WORKSPACE_ID and SLACK_CHANNEL_ID belong together: fill in both or neither."
  fi
}

file_problems() {
  local stack
  for stack in "${STACKS[@]}"; do
    [[ -r $(template_of "$stack") ]] || say "There is no $(template_of "$stack"). Publish writes it."
  done
  compgen -G "$OPS_FOLDER/lambda/*.zip" >/dev/null || say "There is no code in $OPS_FOLDER/lambda. Publish builds it."
  [[ -r $OPS_FOLDER/web/index.html ]] || say "There is no web app in $OPS_FOLDER/web. Publish builds it."
}

# Longer templates than CloudFormation takes in a call are checked when they are deployed.
template_problems() {
  local stack template
  for stack in "${STACKS[@]}"; do
    template=$(template_of "$stack")
    if [[ ! -r $template ]] || is_long "$template"; then continue; fi
    read_aws "$PRIMARY_REGION" cloudformation validate-template --template-body "file://$template" >/dev/null 2>"$SCRATCH/error" ||
      say "The template of $stack is refused: $(tail -n 1 "$SCRATCH/error")"
  done
}
