# ops validate: asks every part of the installed system, the functions as contact flows do, and follows a write from one Region to the
# other.

# Seconds that an address on the internet, or in the company's network, has for its answer.
ANSWER_SECONDS=10

# Seconds that a write may take to the other Region; less than one is usual.
REPLICATION_SECONDS=30

run_validate() {
  allow_options
  read_settings
  check_credentials
  command -v curl >/dev/null || fail "The program curl is missing. Install it, such as with apt-get install curl."
  local region
  for region in "${REGIONS[@]}"; do
    step "$region"
    validate_stacks "$region"
    validate_region "$region"
    validate_sign_in "$region"
    validate_api "$region"
  done
  step "The web app"
  validate_web
  step "A write in $PRIMARY_REGION${SECONDARY_REGION:+, read in $SECONDARY_REGION}"
  validate_write
  say "All is well."
}

validate_stacks() {
  local stack name status
  for stack in "${STACKS[@]}"; do
    [[ " $(regions_of "$stack") " == *" $1 "* ]] || continue
    name=$(stack_name "$stack")
    status=$(stack_status "$1" "$name")
    [[ $status == CREATE_COMPLETE || $status == UPDATE_COMPLETE ]] ||
      fail "$name in $1 is in $status. Look: aws cloudformation describe-stack-events --region $1 --stack-name $name"
  done
  say "every stack is complete"
}

# What must answer in a Region, whether it is the one that serves or not.
validate_region() {
  local status count file
  status=$(read_aws "$1" dynamodb describe-table --table-name "$(table_name)" --query Table.TableStatus)
  [[ $status == ACTIVE || $status == UPDATING ]] || fail "The table $(table_name) in $1 is in $status."
  count=$(read_aws "$1" dynamodb query --table-name "$(table_name)" --index-name listing --select COUNT --query Count \
    --key-condition-expression 'listed = :kind' --expression-attribute-values '{":kind": {"S": "CONFIG"}}' |
    awk '{ n += $1 } END { print n + 0 }')
  say "the table answers; it lists $count configs"
  ask_get_config "$1" ops-validate/nobody
  grep -q '"_found":"false"' "$SCRATCH/answer" || fail "getConfig in $1 should return _found=false for an unknown config, but returned: $(<"$SCRATCH/answer")"
  say "getConfig answers"
  ask_function "$1" isListed is-listed-arn '"Parameters":{"list":"ops-validate/nothing"}'
  grep -q '"_found":"false"' "$SCRATCH/answer" || fail "isListed in $1 should return _found=false for an unknown list, but returned: $(<"$SCRATCH/answer")"
  say "isListed answers"
  ask_function "$1" vanityNumbers vanity-numbers-arn '"ContactData":{"Channel":"CHAT"}'
  grep -q '"Vanity1":' "$SCRATCH/answer" || fail "vanityNumbers in $1 does not answer with vanity numbers: $(<"$SCRATCH/answer")"
  say "vanityNumbers answers"
}

# The pool's keys are public, and so is the page on which people choose their provider.
validate_sign_in() {
  local pool page status
  pool=$(shared "$1" user-pool-id)
  status=$(status_of "https://cognito-idp.$1.amazonaws.com/$pool/.well-known/jwks.json")
  [[ $status == 200 ]] || fail "The user pool $pool in $1 does not give its keys ($status)."
  page="$(shared "$1" sign-in-url)/oauth2/authorize?client_id=$(shared "$1" web-client-id)&response_type=code"
  page+="&redirect_uri=https%3A%2F%2F${VALUE_OF[HOST_NAME]}%2Fauth%2Fcallback.html&identity_provider=$(shared "$1" sign-in-provider)"
  status=$(status_of "$page")
  [[ $status == 30[12] ]] || fail "The user pool in $1 does not send people to the provider ($status). See todo/1-single-sign-on.md."
  say "sign-in leads to the provider"
}

# A private API answers from inside the company's network only.
validate_api() {
  local address status
  address=$(shared "$1" api-url)/api/public-settings
  status=$(status_of "$address")
  if [[ $status == 200 ]]; then
    say "the API answers"
  elif [[ ${VALUE_OF[API_ENDPOINT_TYPE]:-} == PRIVATE && $status != 5* ]]; then
    warn "The API in $1 is private and does not answer here ($status). From a computer in the company's network ask: curl -i $address"
  else
    fail "The API in $1 does not answer ($status): $address"
  fi
}

validate_web() {
  local status
  status=$(status_of "https://$(shared "$PRIMARY_REGION" distribution-domain)/index.html")
  [[ $status == 200 ]] || fail "The web app is not at the distribution $(shared "$PRIMARY_REGION" distribution-domain) ($status)."
  status=$(status_of "https://${VALUE_OF[HOST_NAME]}/index.html")
  [[ $status == 200 ]] || fail "The web app is not at https://${VALUE_OF[HOST_NAME]} ($status). See step 2 of todo/2-network.md."
  say "the web app is at https://${VALUE_OF[HOST_NAME]}"
}

# status_of ADDRESS: the HTTP status; what curl says where there is no answer.
status_of() {
  local status
  if status=$(curl -sS -o /dev/null -w '%{http_code}' --max-time "$ANSWER_SECONDS" "$1" 2>"$SCRATCH/error"); then
    say "$status"
  else
    tail -n 1 "$SCRATCH/error"
  fi
}

# ask_get_config REGION ID: as a contact flow does, into $SCRATCH/answer. getConfig only reads.
ask_get_config() {
  ask_function "$1" getConfig get-config-arn "\"ContactData\":{\"Channel\":\"VOICE\"},\"Parameters\":{\"id\":\"$2\"}"
}

# ask_function REGION NAME KEY DETAILS: the version that flows are served by, which is what its alias "live" names.
ask_function() {
  local arn fault
  arn=$(shared "$1" "$3")
  printf '{"Name":"ContactFlowEvent","Details":{%s}}' "$4" >"$SCRATCH/event.json"
  fault=$(read_aws "$1" lambda invoke --function-name "$arn" --payload "fileb://$SCRATCH/event.json" "$SCRATCH/answer" \
    --query FunctionError)
  [[ $fault == None ]] || fail "$2 in $1 fails: $(<"$SCRATCH/answer")"
}

# A config of this moment, which no list shows and which leaves no history, and is gone at the end.
validate_write() {
  local id=ops-validate/$RANDOM$RANDOM
  PROBE="{\"pk\": {\"S\": \"CONFIG#$id\"}, \"sk\": {\"S\": \"CURRENT\"}}"
  CLEAN_UP+=(remove_probe)
  local variable='{\"name\":\"Probe\",\"kind\":\"text\",\"value\":\"seen\"}'
  local body="{\\\"id\\\":\\\"$id\\\",\\\"version\\\":1,\\\"variables\\\":[$variable]}"
  change_aws "$PRIMARY_REGION" dynamodb put-item --table-name "$(table_name)" \
    --item "{${PROBE:1:-1}, \"version\": {\"N\": \"1\"}, \"body\": {\"S\": \"$body\"}}"
  if $DRY_RUN; then return; fi
  local region
  for region in "${REGIONS[@]}"; do await_probe "$region" "$id"; done
}

await_probe() {
  local since=$SECONDS
  while ask_get_config "$1" "$2" && ! grep -q '"Probe":"seen"' "$SCRATCH/answer"; do
    ((SECONDS - since < REPLICATION_SECONDS)) || fail "What was written in $PRIMARY_REGION is not in $1 after $REPLICATION_SECONDS s." \
      "Look at the replicas (ops status) and at the alarm of the replication."
    sleep 1
  done
  say "getConfig in $1 answers with it"
}

remove_probe() {
  change_aws "$PRIMARY_REGION" dynamodb delete-item --table-name "$(table_name)" --key "$PROBE" ||
    warn "The item $PROBE could not be removed from $(table_name); remove it by hand."
}
