# The parts of an export that calls are led by: hours, numbers, queues, profiles, users, quick connects.

export_hours() {
  local id
  read_connect list-hours-of-operations --query 'sort_by(HoursOfOperationSummaryList, &Name)[].{_id: Id, _arn: Arn, name: Name}' \
    >"$EXPORT/hours-list"
  names_of hours "$EXPORT/hours-list"
  describe_each hours hours "HoursOfOperation.{name: Name, description: Description, timeZone: TimeZone, $(spans),
    overrides: join('', ['include overrides-of-', HoursOfOperationId]), tags: Tags}" describe-hours-of-operation --hours-of-operation-id
  for id in $(own_ids hours); do
    read_overrides "$id" || return 0
  done
}

# spans: the member open, day by day.
spans() {
  local day open=''
  for day in MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY; do open+="${open:+, }[?Day == '$day']"; done
  say "open: sort_by(Config || \`[]\`, &StartTime.Hours) | [$open][] | [].{day: Day,
    from: join(':', [to_string(StartTime.Hours), to_string(StartTime.Minutes)]),
    to: join(':', [to_string(EndTime.Hours), to_string(EndTime.Minutes)])}"
}

# read_overrides HOURS: fails if the CLI cannot read them.
read_overrides() {
  local recurring
  read_connect list-hours-of-operation-overrides --hours-of-operation-id "$1" \
    --query "sort_by(HoursOfOperationOverrideList, &EffectiveFrom)[].{name: Name, description: Description, from: EffectiveFrom,
      until: EffectiveTill, $(spans)}" >"$EXPORT/overrides-of-$1" 2>"$ERRORS" || {
    older_cli "which overrides hours have"
    return 1
  }
  recurring=$(read_aws "$PRIMARY_REGION" connect list-hours-of-operation-overrides --instance-id "$INSTANCE" --hours-of-operation-id "$1" \
    --query 'HoursOfOperationOverrideList[?RecurrenceConfig].[Name]')
  if [[ -n $recurring ]]; then
    note "The model takes overrides of hours for their dates, and has no place for how they recur: ${recurring//$'\n'/, }."
  fi
}

export_numbers() {
  local id groups
  read_flows_of_numbers_for_export
  groups=$(read_aws "$PRIMARY_REGION" connect list-traffic-distribution-groups --instance-id "$INSTANCE" \
    --query 'TrafficDistributionGroupSummaryList[].[Name]')
  if [[ -n $groups ]]; then
    note "The instance has a replica, which is not read, and neither are numbers of its traffic distribution groups:" \
      "${groups//$'\n'/, }. Add replica and numbers."
  fi
  read_aws "$PRIMARY_REGION" connect list-phone-numbers-v2 --target-arn "$INSTANCE_ARN" --output json \
    --query "sort_by(ListPhoneNumbersSummaryList, &PhoneNumber)[].{_id: PhoneNumberId, _arn: PhoneNumberArn, name: PhoneNumber}" |
    sed 's/^\( *"name": "\)+/\1number-/' >"$EXPORT/numbers-list"
  names_of number "$EXPORT/numbers-list"
  {
    say '['
    for id in $(own_ids number); do
      read_aws "$PRIMARY_REGION" connect describe-phone-number --phone-number-id "$id" --output json \
        --query "ClaimedPhoneNumberSummary.{name: PhoneNumber, country: PhoneNumberCountryCode, type: PhoneNumberType,
          description: PhoneNumberDescription, flow: 'include flow-of-$id', tags: Tags}" | sed 's/^\( *"name": "\)+/\1number-/'
    done
    say ']'
  } >"$EXPORT/numbers"
}

read_flows_of_numbers_for_export() {
  local number flow
  declare -A FLOW_OF=()
  read_flows_of_numbers "$INSTANCE"
  if grep -qi 'invalid choice' "$SCRATCH/error"; then
    note "This AWS CLI is too old to say which flows the numbers lead to: add numbers[].flow, or export again with a newer one."
  fi
  for number in "${!FLOW_OF[@]}"; do
    flow=${FLOW_OF[$number]}
    say "\"$flow\"" >"$EXPORT/flow-of-$number"
  done
}

export_queues() {
  local id
  read_connect search-queues --search-criteria QueueTypeCondition=STANDARD \
    --query "sort_by(Queues, &Name)[].{_id: QueueId, _arn: QueueArn, name: Name, description: Description,
      hours: HoursOfOperationId, maxContacts: MaxContacts, callerIdName: OutboundCallerConfig.OutboundCallerIdName,
      callerIdNumber: OutboundCallerConfig.OutboundCallerIdNumberId, _whisper: OutboundCallerConfig.OutboundFlowId,
      enabled: Status == 'ENABLED', quickConnects: join('', ['include quick-connects-of-', QueueId]), tags: Tags}" \
    >"$EXPORT/queues-list"
  names_of queue "$EXPORT/queues-list"
  own_only queue "$EXPORT/queues-list" >"$EXPORT/queues"
  if grep -q '"_whisper": "' "$EXPORT/queues"; then
    note "Outbound whisper flows of queues have no place in the model; set them again by hand."
  fi
  for id in $(own_ids queue); do
    read_connect list-queue-quick-connects --queue-id "$id" --query 'sort(QuickConnectSummaryList[].Name)' \
      >"$EXPORT/quick-connects-of-$id"
  done
}

export_routing_profiles() {
  local id skeleton
  read_connect search-routing-profiles --query "sort_by(RoutingProfiles, &Name)[].{_id: RoutingProfileId, _arn: RoutingProfileArn,
    name: Name, description: Description, defaultOutboundQueue: DefaultOutboundQueueId,
    availabilityTimer: AgentAvailabilityTimer,
    channels: sort_by(MediaConcurrencies, &Channel)[].{channel: Channel, contacts: Concurrency,
      crossChannel: CrossChannelBehavior.BehaviorType},
    queues: join('', ['include queues-of-', RoutingProfileId]),
    manualQueues: join('', ['include manual-queues-of-', RoutingProfileId]), tags: Tags}" >"$EXPORT/routing-list"
  names_of routing-profile "$EXPORT/routing-list"
  # An older CLI leaves out what it does not know, without a word. Its skeleton of a command shows what it knows.
  skeleton=$(read_connect create-routing-profile --generate-cli-skeleton)
  if [[ $skeleton != *AgentAvailabilityTimer* || $skeleton != *CrossChannelBehavior* ]]; then
    note "This AWS CLI is too old to read how agents take contacts of several channels: add crossChannel and availabilityTimer, or" \
      "export again with a newer one."
  fi
  own_only routing-profile "$EXPORT/routing-list" >"$EXPORT/routingProfiles"
  for id in $(own_ids routing-profile); do
    read_connect list-routing-profile-queues --routing-profile-id "$id" --query "sort_by(RoutingProfileQueueConfigSummaryList,
      &join('/', [QueueName, Channel]))[].{queue: QueueName, channel: Channel, priority: Priority, delaySeconds: Delay}" \
      >"$EXPORT/queues-of-$id"
  done
  for id in $(own_ids routing-profile); do
    read_connect list-routing-profile-manual-assignment-queues --routing-profile-id "$id" \
      --query "sort_by(RoutingProfileManualAssignmentQueueConfigSummaryList, &join('/', [QueueName, Channel]))[].{queue: QueueName,
        channel: Channel}" >"$EXPORT/manual-queues-of-$id" 2>"$ERRORS" || {
      older_cli "from which queues agents can take contacts themselves"
      return 0
    }
  done
}

export_security_profiles() {
  local id
  read_connect search-security-profiles --query "sort_by(SecurityProfiles, &SecurityProfileName)[].{_id: Id, _arn: Arn,
    name: SecurityProfileName, description: Description, permissions: join('', ['include permissions-of-', Id]),
    applications: join('', ['include applications-of-', Id]), tags: Tags}" >"$EXPORT/security-list"
  names_of security-profile "$EXPORT/security-list"
  own_only security-profile "$EXPORT/security-list" >"$EXPORT/securityProfiles"
  for id in $(own_ids security-profile); do
    read_connect list-security-profile-permissions --security-profile-id "$id" --query 'sort(Permissions)' \
      >"$EXPORT/permissions-of-$id"
    read_connect list-security-profile-applications --security-profile-id "$id" \
      --query 'sort_by(Applications, &Namespace)[].{namespace: Namespace, permissions: sort(ApplicationPermissions)}' \
      >"$EXPORT/applications-of-$id" 2>"$ERRORS" || older_cli "which applications security profiles may use"
  done
}

# older_cli WHAT: continues if the call is newer than the CLI.
older_cli() {
  grep -qi 'invalid choice' "$ERRORS" || fail "AWS does not say $1: $(tail -n 1 "$ERRORS")"
  note "This AWS CLI is too old to say $1: add it, or export again with a newer one."
}

LEVELS='[LevelOne.Name, LevelTwo.Name, LevelThree.Name, LevelFour.Name, LevelFive.Name] | [?@]'

export_hierarchy() {
  read_connect describe-user-hierarchy-structure --query "HierarchyStructure.$LEVELS" >"$EXPORT/levels"
  read_connect list-user-hierarchy-groups --query 'sort_by(UserHierarchyGroupSummaryList, &Name)[].{_id: Id, _arn: Arn, name: Name}' \
    >"$EXPORT/groups-list"
  names_of hierarchy-group "$EXPORT/groups-list"
  describe_each hierarchy-group groups "HierarchyGroup.{name: Name, parent: HierarchyPath.$LEVELS | [-2], tags: Tags}" \
    describe-user-hierarchy-group --hierarchy-group-id
  printf '{\n"levels": "include levels"\n"groups": "include groups"\n}\n' >"$EXPORT/hierarchy"
}

# A search gives all of them in some calls, but neither mail nor mobile.
export_users() {
  local shape directory=''
  if [[ $IDENTITY == EXISTING_DIRECTORY ]]; then directory='directoryUserId: DirectoryUserId,'; fi
  shape="{_id: Id, _arn: Arn, username: Username, firstName: IdentityInfo.FirstName, lastName: IdentityInfo.LastName,
    email: IdentityInfo.Email, secondaryEmail: IdentityInfo.SecondaryEmail, mobile: IdentityInfo.Mobile,
    routingProfile: RoutingProfileId, securityProfiles: SecurityProfileIds, hierarchyGroup: HierarchyGroupId,
    phoneType: PhoneConfig.PhoneType, deskPhone: PhoneConfig.DeskPhoneNumber, autoAccept: PhoneConfig.AutoAccept,
    afterContactWorkSeconds: PhoneConfig.AfterContactWorkTimeLimit, $directory tags: Tags}"
  read_connect search-users --query "sort_by(Users, &Username)[].$shape" >"$EXPORT/users"
  names_of user "$EXPORT/users"
  if [[ -n ${OPTION[exact]:-} ]]; then
    describe_each user users "User.${shape%tags: Tags*}proficiencies: join('', ['include proficiencies-of-', Id]), tags: Tags}" \
      describe-user --user-id
    read_proficiencies
  elif [[ -s $EXPORT/names/user ]]; then
    note "Users' mail addresses and mobile numbers were not read: AWS gives them a user at a time. --exact reads them." \
      "Neither were users' proficiencies; --exact reads these too."
  fi
}

# AWS gives the level as a number that is not whole, and Connect shows it whole.
read_proficiencies() {
  local id
  for id in $(own_ids user); do
    read_connect list-user-proficiencies --user-id "$id" --query "sort_by(UserProficiencyList, &AttributeName)[].{attribute: AttributeName,
      value: AttributeValue, level: Level}" 2>"$ERRORS" >"$EXPORT/proficiencies" || {
      older_cli "which proficiencies users have"
      return 0
    }
    sed 's/^\( *"level": [0-9]*\)\.0/\1/' "$EXPORT/proficiencies" >"$EXPORT/proficiencies-of-$id"
  done
}

export_quick_connects() {
  read_connect list-quick-connects --query 'sort_by(QuickConnectSummaryList, &Name)[].{_id: Id, _arn: Arn, name: Name}' \
    >"$EXPORT/quick-connects-list"
  names_of quick-connect "$EXPORT/quick-connects-list"
  describe_each quick-connect quickConnects "QuickConnect.{name: Name, description: Description,
    type: QuickConnectConfig.QuickConnectType, queue: QuickConnectConfig.QueueConfig.QueueId,
    user: QuickConnectConfig.UserConfig.UserId, number: QuickConnectConfig.PhoneConfig.PhoneNumber,
    flow: QuickConnectConfig.QueueConfig.ContactFlowId || QuickConnectConfig.UserConfig.ContactFlowId, tags: Tags}" \
    describe-quick-connect --quick-connect-id
}
