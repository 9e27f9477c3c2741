# --only KIND/NAME of ops connect plan and deploy: the thing and its SSM parameter change. The rest of the stack stays as it is deployed,
# also where the model has changed.

# By name of the stack in AWS: the logical ids that alone may change. Empty without --only.
declare -A ONLY_OF=()

# Reads --only, and makes the template of each stack that it is about, before anything is changed.
choose_only() {
  local thing stack name
  while IFS= read -r -u 4 thing; do
    find_thing "$thing"
    [[ -n $(model_stack "$THING_STACK") ]] ||
      fail "$thing is in $THING_STACK, and the model no longer contains anything of this stack." \
        "To delete the stack with everything in it: ops connect deploy links --allow $THING_STACK"
    ONLY_OF[$THING_STACK]+=" $THING_ID ${THING_ID}Published"
  done 4<<<"${OPTION[only]%$'\n'}"
  for stack in "${CONNECT_STACKS[@]}"; do
    name=$(connect_stack_name "$stack")
    if [[ -n ${ONLY_OF[$name]:-} ]]; then write_only "$stack" "$name"; fi
  done
}

# write_only STACK NAME: where connect_template then finds it.
write_only() {
  local merged=$SCRATCH/connect/$CONNECT_ALIAS/$1.json
  if is_new "$(stack_status "$PRIMARY_REGION" "$2")"; then
    fail "$2 is not deployed, and --only changes a stack that is there. Deploy the stack first: ops connect deploy ${1#*-}"
  fi
  read_template "$2"
  mkdir -p "${merged%/*}"
  merge_template replace "${ONLY_OF[$2]}" "$CONNECT_FOLDER/templates/$1.json" >"$SCRATCH/merged"
  refuse_broken "$2" "To change both at once, give --only for each."
  has_resources "$SCRATCH/merged" ||
    fail "$2 would be empty, which CloudFormation does not accept. Deploy the stack as a whole: ops connect deploy ${1#*-}"
  mv "$SCRATCH/merged" "$merged"
}

# refuse_broken NAME REMEDY
refuse_broken() {
  local list
  list=$(awk -F '\t' '{ printf "%s%s refers to %s", (NR > 1 ? ", " : ""), $1, $2 }' "$SCRATCH/broken")
  [[ -z $list ]] || fail "$1: refused, because $list, which the stack would not have. Nothing was changed. $2"
}

has_resources() { awk '/^  "/ { inside = /"Resources"/ } inside && /^    "/ { found = 1 } END { exit !found }' "$1"; }

# read_causes REGION NAME CHANGE: a line for each resource: action, logical id, type, replacement, scope, policy and what causes it.
read_causes() {
  read_aws "$1" cloudformation describe-change-set --stack-name "$2" --change-set-name "$3" \
    --query "Changes[].ResourceChange.[Action,LogicalResourceId,ResourceType,Replacement,join(' ',not_null(Scope,\`[]\`)),PolicyAction,\
      join(' ',not_null(Details,\`[]\`)[].join('/',[not_null(Evaluation,''),not_null(ChangeSource,''),not_null(CausingEntity,'')]))]" \
    >"$SCRATCH/causes"
}

# refuse_others REGION NAME CHANGE MODE IDS: stops unless the change set touches the ids alone, and as MODE says: "replace" anything,
# "retain" nothing but policy and metadata, "remove" only removes and keeps the resource itself. CloudFormation also lists resources that
# read an attribute of a changed one, because it cannot know before that the attribute stays the same:
# https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ResourceChangeDetail.html
refuse_others() {
  local others remedy
  [[ -n $5 ]] || return 0
  read_causes "$1" "$2" "$3"
  others=$(awk -F '\t' -v mode="$4" -v ids=" $5 " '
    function ours(id) { return index(ids, " " id " ") > 0 }
    function is_fine(   i, count, word, part) {
      if (ours($2) && mode == "remove") return $1 == "Remove" && ($2 ~ /Published$/ || $6 == "Retain" || $6 == "None" || $6 == "")
      if (ours($2) && mode == "retain") return $1 == "Modify" && !replaces() && $5 ~ /^((Metadata|DeletionPolicy) ?)+$/
      if (ours($2)) return 1
      if ($1 != "Modify" || replaces() || mode == "remove") return 0
      count = split($7, word, " ")
      for (i = 1; i <= count; i++) {
        split(word[i], part, "[/.]")
        if (part[1] != "Dynamic" || part[2] != "ResourceAttribute" || !ours(part[3]) || replaced[part[3]]) return 0
      }
      return count > 0
    }
    function replaces() { return $4 == "True" || $4 == "Conditional" }
    FNR == NR { if (replaces()) replaced[$2] = 1; next }
    NF > 1 && !is_fine() { printf "%s%s of %s (%s)", (others++ ? ", " : ""), $1, $2, $3 }
    END { if (others) print "." }' "$SCRATCH/causes" "$SCRATCH/causes")
  if [[ -z $others ]]; then return; fi
  change_aws "$1" cloudformation delete-change-set --stack-name "$2" --change-set-name "$3"
  if [[ $4 == replace ]]; then remedy="--only changes nothing else. Deploy"; else remedy="This must change nothing else. First deploy"; fi
  fail "$2 in $1: refused, because the change set contains: $others Nothing was changed in this stack." \
    "$remedy the whole stack: ops connect deploy ${2#"connect-$CONNECT_ALIAS-"}"
}
