# ops connect import: stacks take over an instance that was built by hand, from a model that ops connect export has read. Each
# stack imports its things as they are. Then it gets the rest of its template, and drift detection compares both.
# https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/import-resources.html

connect_import() {
  local part=${WORDS[1]:-} stacks stack worries=0
  choose_source
  stacks=$(chosen_stacks "$part")
  read_things
  read_published
  for stack in $stacks; do import_stack "$stack"; done
  if [[ -z $part ]]; then make_links ''; fi
  if $DRY_RUN; then return; fi
  step "Drift"
  for stack in $stacks; do drift "$PRIMARY_REGION" "$(connect_stack_name "$stack")"; done
  if ((worries > 0)); then
    say "$worries stacks differ from the instance, as listed above. Change the model, publish, and run ops connect plan: nothing was lost."
    exit 2
  fi
  say "The stacks describe the instance: no drift."
}

# What the instance has: kind, name and ARN a line.
read_things() {
  local alias
  step "Reading $INSTANCE in $PRIMARY_REGION"
  read_aws "$PRIMARY_REGION" connect describe-instance --instance-id "$INSTANCE" \
    --query 'Instance.[Arn,InstanceAlias,IdentityManagementType]' >"$SCRATCH/instance"
  IFS=$'\t' read -r INSTANCE_ARN alias _ <"$SCRATCH/instance"
  [[ $alias == "$CONNECT_ALIAS" ]] ||
    fail "The instance $INSTANCE is called $alias, and the model is of $CONNECT_ALIAS. Name the other instance, or --alias $alias."
  {
    printf 'instance\t%s\t%s\n' "$alias" "$INSTANCE_ARN"
    things hours list-hours-of-operations HoursOfOperationSummaryList Name
    things queue list-queues QueueSummaryList Name --queue-types STANDARD
    things routing-profile list-routing-profiles RoutingProfileSummaryList Name
    things security-profile list-security-profiles SecurityProfileSummaryList Name
    things hierarchy-group list-user-hierarchy-groups UserHierarchyGroupSummaryList Name
    things user list-users UserSummaryList Username
    things quick-connect list-quick-connects QuickConnectSummaryList Name
    things prompt list-prompts PromptSummaryList Name
    things module list-contact-flow-modules ContactFlowModulesSummaryList Name
    things flow list-contact-flows ContactFlowSummaryList Name
    read_aws "$PRIMARY_REGION" connect list-phone-numbers-v2 --target-arn "$INSTANCE_ARN" \
      --query 'ListPhoneNumbersSummaryList[].[PhoneNumber,PhoneNumberArn]' | awk 'sub(/^\+/, "number\tnumber-")'
    things_where_named agent-status list-agent-statuses AgentStatusSummaryList Name
    things_where_named data-table list-data-tables DataTableSummaryList Name
    things_where_named evaluation-form list-evaluation-forms EvaluationFormSummaryList Title EvaluationFormArn
    things_where_named predefined-attribute list-predefined-attributes PredefinedAttributeSummaryList Name Name
    things_where_named rule list-rules RuleSummaryList Name RuleArn
    things_where_named task-template list-task-templates TaskTemplates Name
    things_where_named traffic-distribution-group list-traffic-distribution-groups TrafficDistributionGroupSummaryList Name
    things_where_named view list-views ViewsSummaryList Name
    things_where_named workspace list-workspaces WorkspaceSummaryList Name
    storage_things
    log_group_thing
  } >"$SCRATCH/things"
}

# things KIND COMMAND LIST NAME OPTION …
things() {
  read_aws "$PRIMARY_REGION" connect "$2" --instance-id "$INSTANCE" "${@:5}" --query "$3[].[$4,Arn]" |
    awk -v kind="$1" 'NF { print kind "\t" $0 }'
}

# things_where_named KIND COMMAND LIST NAME ARN: an older CLI lacks the command, and most models have nothing of the kind.
things_where_named() {
  awk -F '\t' -v kind="$1" '$3 == kind { found = 1 } END { exit !found }' "$CONNECT_FOLDER/names.tsv" || return 0
  read_aws "$PRIMARY_REGION" connect "$2" --instance-id "$INSTANCE" --query "$3[].[$4,${5:-Arn}]" | awk -v kind="$1" 'NF { print kind "\t" $0 }'
}

# By type of record; the id in place of the ARN.
storage_things() {
  local type id
  for type in $(sed -n 's/^ *"ResourceType": "\([A-Z_]*\)".*/\1/p' "$CONNECT_FOLDER"/templates/*-storage.json 2>/dev/null); do
    id=$(read_aws "$PRIMARY_REGION" connect list-instance-storage-configs --instance-id "$INSTANCE" --resource-type "$type" \
      --query 'StorageConfigs[0].AssociationId')
    if [[ -n $id && $id != None ]]; then printf 'storage\t%s\t%s\n' "$type" "$id"; fi
  done
}

# Connect makes the log group of the flows with their first log; until then there is none to import, and the stack makes it.
log_group_thing() {
  local group=/aws/connect/$CONNECT_ALIAS
  if [[ -n $(read_aws "$PRIMARY_REGION" logs describe-log-groups --log-group-name-prefix "$group" \
    --query "logGroups[?logGroupName=='$group'].logGroupName") ]]; then
    printf 'log-group\t%s\t%s\n' "$group" "$group"
  fi
}

import_stack() {
  local name status
  name=$(connect_stack_name "$1")
  step "$1: import"
  if [[ ${CONNECT_COMPONENT_OF[$1]} != instance ]]; then publish_built_in missing; fi
  refuse_missing "$1"
  status=$(stack_status "$PRIMARY_REGION" "$name")
  if is_new "$status" || [[ $status == IMPORT_ROLLBACK_COMPLETE ]]; then import_resources "$1" "$name" "$status"; fi
  # The rest of the template: SSM parameters, tags and policies. What was imported stays what it is.
  IMPORTED_TYPES=" $(sed -n 's/^ *"Type": "\(AWS::Connect::[A-Za-z]*\)".*/\1/p' "$(connect_template "$1")" | sort -u | tr '\n' ' ')"
  KEPT_TYPES+=$IMPORTED_TYPES REASON_OF_REFUSAL='an import neither replaces nor makes anything of Connect'
  deploy_connect_stack "$1"
}

# import_resources STACK NAME STATUS
import_resources() {
  local template=$CONNECT_FOLDER/import/$1.json change
  mkdir -p "$CONNECT_FOLDER/import"
  write_import "$1" "$template" "$CONNECT_FOLDER/import/$1-resources.json"
  if [[ $(<"$CONNECT_FOLDER/import/$1-resources.json") == '[]' ]]; then
    say "$2 in $PRIMARY_REGION ($3): nothing to import"
    return
  fi
  upload_long_template "$template"
  say "$2 in $PRIMARY_REGION ($3)"
  change=$(change_name)
  propose "$PRIMARY_REGION" "$2" "$template" "$change" IMPORT \
    --resources-to-import "file://$CONNECT_FOLDER/import/$1-resources.json" "${CONNECT_TAGS[@]}"
  if $DRY_RUN; then return; fi
  has_changes "$PRIMARY_REGION" "$2" "$change" || fail "$2: CloudFormation has nothing to import, though the instance has it."
  show_changes "$PRIMARY_REGION" "$2" "$change"
  if awk '$1 != "Import" { other = 1 } END { exit !other }' "$SCRATCH/changes"; then
    change_aws "$PRIMARY_REGION" cloudformation delete-change-set --stack-name "$2" --change-set-name "$change"
    fail "$2: refused, because an import must change nothing else. The lines above show the change."
  fi
  execute "$PRIMARY_REGION" "$2" "$change" IMPORT
}

# write_import STACK TEMPLATE RESOURCES: of the stack's template what can be imported, as CloudFormation asks for it: each resource with a
# deletion policy, and none that would be made. RESOURCES gets the identifiers. Publish writes a member a line, so that awk does.
write_import() {
  awk -v FS='\t' -v stack="$1" -v resources="$3" -v missing="$SCRATCH/missing" -v instance="$INSTANCE_ARN" '
    BEGIN { printf "" >missing }
    FILENAME ~ /things$/ { arn_of[$1 "\t" $2] = $3; next }
    FILENAME ~ /names\.tsv$/ { if ($1 == stack) { name_of[$2] = $3 "\t" $4 } next }
    !inside { print }
    /^  "Resources": / { inside = 1; next }
    !inside || /^  }/ || /^}/ { next }
    /^    "/ { split($0, part, "\""); resource = part[2]; type = ""; members = 0; split("", own); next }
    /^    }/ { take(); next }
    /^      "/ { key[++members] = quoted(1); text[members] = $0; if (key[members] == "Type") type = quoted(2); next }
    /^        "[A-Za-z]+": "/ { own[quoted(1)] = quoted(2) }
    { text[members] = text[members] "\n" $0 }
    END {
      print "\n  }\n}"
      printf "[%s]\n", list >resources
    }

    function quoted(at,   part) { split($0, part, "\""); return part[at * 2] }
    function pair(name, value) { return "\"" name "\": \"" value "\"" }
    # The identifiers of a type are the primaryIdentifier of its schema.
    function identifier(   kind, found) {
      kind = type
      sub(/^AWS::Connect::/, "", kind)
      if (kind == "AWS::Logs::LogGroup")
        return ("log-group\t" own["LogGroupName"]) in arn_of ? pair("LogGroupName", own["LogGroupName"]) : "made"
      if (kind == type) return "made"
      if (kind == "UserHierarchyStructure") return pair(kind "Arn", instance "/user-hierarchy-structure")
      if (kind == "IntegrationAssociation")
        return own["IntegrationArn"] ? pair("InstanceId", instance) ", " pair("IntegrationType", own["IntegrationType"]) ", " \
          pair("IntegrationArn", own["IntegrationArn"]) : ""
      found = arn_of[kind == "InstanceStorageConfig" ? "storage\t" own["ResourceType"] : name_of[resource]]
      if (found == "") return ""
      if (kind == "InstanceStorageConfig")
        return pair("InstanceArn", instance) ", " pair("AssociationId", found) ", " pair("ResourceType", own["ResourceType"])
      if (kind == "DataTable") return pair("InstanceArn", instance) ", " pair("Arn", found)
      if (kind == "PredefinedAttribute") return pair("InstanceArn", instance) ", " pair("Name", found)
      return pair(kind ~ /^(Instance|TaskTemplate|Workspace)$/ ? "Arn" : kind "Arn", found)
    }
    function take(   found, i) {
      found = identifier()
      if (found == "made") return
      if (found == "") {
        print (resource in name_of ? name_of[resource] : type "\t" own["ResourceType"]) >missing
        return
      }
      printf "%s    \"%s\": {\n      \"DeletionPolicy\": \"Retain\"", (list == "" ? "" : ",\n"), resource
      for (i = 1; i <= members; i++) {
        if (key[i] ~ /^(DeletionPolicy|UpdateReplacePolicy|DependsOn)$/) continue
        sub(/,$/, "", text[i])
        printf ",\n%s", text[i]
      }
      printf "\n    }"
      list = list (list == "" ? "" : ",\n") "{" pair("ResourceType", type) ", " pair("LogicalResourceId", resource) \
        ", \"ResourceIdentifier\": {" found "}}"
    }' "$SCRATCH/things" "$CONNECT_FOLDER/names.tsv" "$(connect_template "$1")" >"$2"
  refuse_absent "$1"
}

# A model can contain more than the instance, which would be made and not imported; a thing with another name would be there twice.
refuse_absent() {
  [[ -s $SCRATCH/missing ]] || return 0
  fail "$1 names what the instance does not have: $(awk -F '\t' '{ printf "%s%s %s", (NR > 1 ? ", " : ""), $1, $2 }' "$SCRATCH/missing")." \
    "Take this out of the model and publish again. After the import, ops connect deploy makes new things."
}
