# The parts of an export: each reads a list into $EXPORT/<member of the model>, in the model's own shape. Members that begin with _
# are for the names: an id and an ARN stand before the name. "include FILE" is replaced by the file when the model is written.

# What every instance begins with; a model names it and does not make it.
# https://docs.aws.amazon.com/connect/latest/adminguide/contact-flow-default.html
BUILT_IN='^(hours Basic Hours|queue BasicQueue|routing-profile Basic Routing Profile'
BUILT_IN+='|prompt (Beep|CustomerHold|CustomerQueue|Music_(Jazz|Pop|Rock)_.*_Inst)\.wav'
BUILT_IN+='|security-profile (Admin|Agent|CallCenterManager|QualityAnalyst)'
BUILT_IN+='|flow (Default (agent (hold|transfer|whisper)|customer (hold|queue|whisper)|outbound|queue transfer)|Sample .*))$'

# names_of KIND FILE: kind, id, ARN and name a line, the name as JSON has it.
names_of() {
  awk -v kind="$1" -v OFS='\t' '
    function value() { sub(/^[^:]*: "/, ""); sub(/",?$/, ""); return $0 }
    /^ *"_id": / { id = value() }
    /^ *"_arn": / { arn = value() }
    /^ *"(name|username)": "/ && id { print kind, id, arn, value(); id = arn = "" }' "$2" >"$EXPORT/names/$1"
}

# own_ids KIND: those that are not built in.
own_ids() {
  awk -F '\t' -v built_in="$BUILT_IN" '($1 " " $4) !~ built_in { print $2 }' "$EXPORT/names/$1"
}

# own_only KIND FILE: a list of the CLI's without what is built in. The CLI indents its members by four spaces.
own_only() {
  awk -v kind="$1" -v built_in="$BUILT_IN" '
    /^    \{$/ { item = ""; own = 1 }
    /^        "name": / { name = $0; sub(/^ *"name": "/, "", name); sub(/",?$/, "", name); own = (kind " " name) !~ built_in }
    { item = item $0 "\n" }
    /^    \},?$/ { if (own) printf "%s", item; item = "" }
    END { print "]" }
    BEGIN { print "[" }' "$2"
}

# describe_each KIND MEMBER QUERY COMMAND OPTION: a call for each.
describe_each() {
  local id
  say '[' >"$EXPORT/$2"
  for id in $(own_ids "$1"); do read_connect "$4" "$5" "$id" --query "$3" >>"$EXPORT/$2"; done
  say ']' >>"$EXPORT/$2"
}

# The instance itself, and whether there is one.
read_instance() {
  local attribute value lines=''
  read_aws "$PRIMARY_REGION" connect describe-instance --instance-id "$INSTANCE" \
    --query 'Instance.[Arn,InstanceAlias,IdentityManagementType]' >"$SCRATCH/instance"
  IFS=$'\t' read -r INSTANCE_ARN ALIAS IDENTITY <"$SCRATCH/instance"
  read_aws "$PRIMARY_REGION" connect list-instance-attributes --instance-id "$INSTANCE" --query 'Attributes[].[AttributeType,Value]' \
    >"$SCRATCH/attributes"
  while read -r attribute value; do
    attribute=$(attribute_member "$attribute")
    if [[ -n $attribute ]]; then lines+="\"$attribute\": ${value,,}"$'\n'; fi
  done < <(sort "$SCRATCH/attributes")
  {
    printf '{\n"identity": "%s"\n%s"tags": "include instance-tags"\n}\n' "$IDENTITY" "$lines"
  } >"$EXPORT/instance"
  read_aws "$PRIMARY_REGION" connect list-tags-for-resource --resource-arn "$INSTANCE_ARN" --output json --query tags \
    >"$EXPORT/instance-tags"
  if [[ $IDENTITY == EXISTING_DIRECTORY ]]; then note "AWS does not say which directory the instance uses: add instance.directoryId."; fi
}

attribute_member() {
  case $1 in
    INBOUND_CALLS) say inboundCalls ;;
    OUTBOUND_CALLS) say outboundCalls ;;
    CONTACTFLOW_LOGS) say flowLogs ;;
    CONTACT_LENS) say contactLens ;;
    AUTO_RESOLVE_BEST_VOICES) say autoResolveBestVoices ;;
    EARLY_MEDIA) say earlyMedia ;;
    MULTI_PARTY_CONFERENCE) say multiPartyConference ;;
    HIGH_VOLUME_OUTBOUND) say highVolumeOutbound ;;
    ENHANCED_CONTACT_MONITORING) say enhancedContactMonitoring ;;
    MULTI_PARTY_CHAT_CONFERENCE) say multiPartyChatConference ;;
    ENHANCED_CHAT_MONITORING) say enhancedChatMonitoring ;;
  esac
}

export_storage() {
  local type shape
  shape='bucket: S3Config.BucketName, prefix: S3Config.BucketPrefix || KinesisVideoStreamConfig.Prefix,
    keyArn: S3Config.EncryptionConfig.KeyId || KinesisVideoStreamConfig.EncryptionConfig.KeyId,
    streamArn: KinesisStreamConfig.StreamArn, firehoseArn: KinesisFirehoseConfig.FirehoseArn,
    retentionHours: KinesisVideoStreamConfig.RetentionPeriodHours'
  say '[' >"$EXPORT/storage"
  for type in AGENT_EVENTS CALL_RECORDINGS CHAT_TRANSCRIPTS CONTACT_TRACE_RECORDS MEDIA_STREAMS SCHEDULED_REPORTS; do
    read_connect list-instance-storage-configs --resource-type "$type" --query "StorageConfigs[0].{type: '$type', $shape}" \
      >>"$EXPORT/storage"
  done
  # Connect adds to the prefix of video streams.
  sed -i.bak "s/-connect-$ALIAS-contact-\"/\"/" "$EXPORT/storage"
  say ']' >>"$EXPORT/storage"
}

# Functions and bots have no name of Connect's: the function's own, the bot's id.
export_integrations() {
  read_aws "$PRIMARY_REGION" connect list-lambda-functions --instance-id "$INSTANCE" --query 'LambdaFunctions[].[@]' |
    awk -v OFS='\t' 'NF { name = $1; sub(/.*:function:/, "", name); sub(/:.*/, "", name); print $1, name }' |
    integration lambda arn >"$EXPORT/lambdas"
  read_aws "$PRIMARY_REGION" connect list-bots --instance-id "$INSTANCE" --lex-version V2 --query 'LexBots[].[LexV2Bot.AliasArn]' |
    awk -v OFS='\t' '/^arn/ { name = $1; sub(/.*:bot-alias\//, "", name); sub(/\//, "-", name); print $1, name }' |
    integration lex-bot aliasArn >"$EXPORT/lexBots"
  read_aws "$PRIMARY_REGION" connect list-integration-associations --instance-id "$INSTANCE" --integration-type APPLICATION \
    --query 'IntegrationAssociationSummaryList[].[IntegrationArn,SourceApplicationName]' |
    awk -F '\t' -v OFS='\t' 'NF > 1 { name = $2; if (name == "None") { name = $1; sub(/.*\//, "", name) } print $1, name }' |
    integration application arn >"$EXPORT/applications"
}

# integration KIND MEMBER: an ARN and a name a line become objects; a second one of a name gets a number.
integration() {
  sort -k2 | awk -F '\t' -v kind="$1" -v member="$2" -v names="$EXPORT/names/$1" -v OFS='\t' '
    BEGIN { print "["; printf "" >names }
    { name = ++seen[$2] > 1 ? $2 "-" seen[$2] : $2
      print kind, $1, $1, name >names
      printf "{\n\"name\": \"%s\"\n\"_%s\"\n}\n", name, member " " $1 }
    END { print "]" }' | sed 's/^"_\([A-Za-z]*\) \(.*\)"$/"\1": "\2"/'
}
