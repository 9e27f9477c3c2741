# The copy of an instance in a second Region (Global Resiliency), and which share of the calls it takes. AWS has to have switched
# this on for the account, and it knows these pairs of Regions alone:
# https://docs.aws.amazon.com/connect/latest/adminguide/create-replica-connect-instance.html
REPLICA_PAIRS=' us-east-1/us-west-2 us-west-2/us-east-1 eu-central-1/eu-west-2 eu-west-2/eu-central-1 ap-northeast-1/ap-northeast-3 '

# link_replica INSTANCE. The order is AWS's: replica, group, numbers to the group, and then their flows (link_numbers), which AWS
# copies to the other Region:
# https://docs.aws.amazon.com/connect/latest/adminguide/assign-phone-numbers-traffic-distribution-groups.html
link_replica() {
  local group
  check_replica "$1"
  make_replica "$1"
  group=$(traffic_group "$1")
  if [[ -z $group ]]; then
    change_aws "$PRIMARY_REGION" connect create-traffic-distribution-group --name "$CONNECT_TRAFFIC_GROUP" --instance-id "$1" \
      --query Arn >/dev/null
    if $DRY_RUN; then return; fi
    group=$(await_traffic_group "$1")
  fi
  claim_numbers "$group"
  share_calls "$group"
}

# Only an instance that signs in by SAML has a replica:
# https://docs.aws.amazon.com/connect/latest/adminguide/integrate-idp.html
check_replica() {
  local identity
  [[ $REPLICA_PAIRS == *" $PRIMARY_REGION/$CONNECT_REPLICA_REGION "* ]] ||
    fail "An instance in $PRIMARY_REGION has no replica in $CONNECT_REPLICA_REGION. Possible:$REPLICA_PAIRS"
  identity=$(read_aws "$PRIMARY_REGION" connect describe-instance --instance-id "$1" --query Instance.IdentityManagementType)
  [[ $identity == SAML ]] || fail "The instance $CONNECT_ALIAS signs in by $identity; only one that signs in by SAML has a replica."
}

# replica_status INSTANCE: NONE where there is none. A replica has the id of its source.
replica_status() {
  read_aws "$CONNECT_REPLICA_REGION" connect describe-instance --instance-id "${1##*/}" --query Instance.InstanceStatus \
    2>"$SCRATCH/error" && return
  grep -q ResourceNotFound "$SCRATCH/error" ||
    fail "The replica in $CONNECT_REPLICA_REGION cannot be looked at: $(tail -n 1 "$SCRATCH/error")"
  say NONE
}

make_replica() {
  local status
  status=$(replica_status "$1")
  if [[ $status == NONE ]]; then
    say "  a replica $CONNECT_REPLICA_ALIAS in $CONNECT_REPLICA_REGION; this takes minutes"
    change_aws "$PRIMARY_REGION" connect replicate-instance --instance-id "$1" --replica-region "$CONNECT_REPLICA_REGION" \
      --replica-alias "$CONNECT_REPLICA_ALIAS" --query Id >/dev/null
    if $DRY_RUN; then return; fi
    status=CREATION_IN_PROGRESS
  fi
  while [[ $status != ACTIVE ]]; do
    [[ $status != CREATION_FAILED ]] || fail "The replica in $CONNECT_REPLICA_REGION is in $status. Look at it in the Connect console."
    sleep "$POLL_SECONDS"
    status=$(replica_status "$1")
  done
}

# traffic_group INSTANCE [FIELD]: of the group of that name; nothing where there is none.
traffic_group() {
  read_aws "$PRIMARY_REGION" connect list-traffic-distribution-groups --instance-id "$1" \
    --query "TrafficDistributionGroupSummaryList[?Name=='$CONNECT_TRAFFIC_GROUP'].[${2:-Arn}]"
}

await_traffic_group() {
  local status=CREATION_IN_PROGRESS
  while [[ $status != ACTIVE ]]; do
    [[ $status != *_FAILED ]] || fail "The traffic distribution group $CONNECT_TRAFFIC_GROUP is in $status. Delete it, and run ops again."
    sleep "$POLL_SECONDS"
    status=$(traffic_group "$1" Status)
  done
  traffic_group "$1"
}

# claim_numbers GROUP: the model's numbers, which are the instance's at first. MOVED remembers them: their flows follow.
claim_numbers() {
  local key there
  there=$(read_aws "$PRIMARY_REGION" connect list-phone-numbers-v2 --target-arn "$1" \
    --query 'ListPhoneNumbersSummaryList[].[PhoneNumberId]' | tr '\n' ' ')
  for key in "${!ARN_OF[@]}"; do
    if [[ $key != number/* || " $there" == *" ${ARN_OF[$key]##*/} "* ]]; then continue; fi
    say "  $key belongs to both Regions"
    change_aws "$PRIMARY_REGION" connect update-phone-number --phone-number-id "${ARN_OF[$key]##*/}" --target-arn "$1" \
      --query PhoneNumberId >/dev/null
    MOVED[${ARN_OF[$key]##*/}]=yes
  done
}

# share_calls GROUP
share_calls() {
  local own=$((100 - CONNECT_REPLICA_SHARE)) there
  there=$(read_aws "$PRIMARY_REGION" connect get-traffic-distribution --id "$1" \
    --query 'TelephonyConfig.Distributions[].[Region,Percentage]')
  if grep -qxF "$PRIMARY_REGION"$'\t'"$own" <<<"$there"; then return; fi
  say "  $own % of the calls to $PRIMARY_REGION, $CONNECT_REPLICA_SHARE % to $CONNECT_REPLICA_REGION"
  change_aws "$PRIMARY_REGION" connect update-traffic-distribution --id "$1" --telephony-config \
    "Distributions=[{Region=$PRIMARY_REGION,Percentage=$own},{Region=$CONNECT_REPLICA_REGION,Percentage=$CONNECT_REPLICA_SHARE}]"
}
