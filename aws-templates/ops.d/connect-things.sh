# Things of an instance by KIND/NAME: where the model has them, and where the stacks. For --only and ops connect state.

# read_model_things: a line for each resource of the model: stack, its name in AWS, logical id, KIND/NAME, and the same as its SSM
# parameter has it. What has no name of its own, such as a log group, has "-".
read_model_things() {
  awk -F '\t' -v OFS='\t' -v prefix="connect-$CONNECT_ALIAS-" -v path="/connect/$CONNECT_ALIAS/" '
    FILENAME ~ /names\.tsv$/ { name[$1, $2] = $3 "/" $4; next }
    FNR == 1 { stack = FILENAME; sub(/.*\//, "", stack); sub(/\.json$/, "", stack) }
    /^  "/ { inside = /^  "Resources": / }
    inside && /^    "/ {
      split($0, part, "\"")
      id = part[2]
      sub(/Published$/, "", id)
      if (!((stack, id) in seen)) { made[++count] = id; stack_of[count] = stack; seen[stack, id] = 1 }
    }
    inside && index($0, "        \"Name\": \"" path) == 1 { split($0, part, "\""); known[stack, id] = substr(part[4], length(path) + 1) }
    function or_none(text) { return text == "" ? "-" : text }
    END {
      for (i = 1; i <= count; i++) {
        stack = stack_of[i]
        print stack, prefix substr(stack, index(stack, "-") + 1), made[i], or_none(name[stack, made[i]]), or_none(known[stack, made[i]])
      }
    }' "$CONNECT_FOLDER/names.tsv" "$CONNECT_FOLDER"/templates/*.json >"$SCRATCH/model-things"
}

# deployed_stacks [PART]: the instance's stacks in AWS, or those of a component. The tag tells them from those of an instance whose
# alias begins alike.
deployed_stacks() {
  local name part=${1:-}
  for name in $(read_aws "$PRIMARY_REGION" cloudformation describe-stacks \
    --query "Stacks[?Tags[?Key=='connect-instance' && Value=='$CONNECT_ALIAS']].[StackName]" | sort); do
    if [[ -z $part || $name == "connect-$CONNECT_ALIAS-$part" || $name == "connect-$CONNECT_ALIAS-$part-"* ]]; then say "$name"; fi
  done
}

# read_deployed_things NAME …: a line for each resource of these stacks: name, logical id, type and physical id.
read_deployed_things() {
  local name
  for name in "$@"; do
    read_aws "$PRIMARY_REGION" cloudformation list-stack-resources --stack-name "$name" \
      --query "StackResourceSummaries[?ResourceStatus!='DELETE_COMPLETE' && ResourceStatus!='DELETE_SKIPPED'].[LogicalResourceId,\
        ResourceType,PhysicalResourceId]" | awk -v name="$name" -v OFS='\t' 'NF { print name, $0 }'
  done >"$SCRATCH/deployed-things"
}

# find_thing KIND/NAME: THING_STACK (its name in AWS) and THING_ID, from the model, or else from the stacks. A logical id will do.
find_thing() {
  local part=''
  if [[ ! -e $SCRATCH/model-things ]]; then read_model_things; fi
  awk -F '\t' -v OFS='\t' -v thing="$1" '$4 == thing || $5 == thing || $3 == thing { print $2, $3; exit }' \
    "$SCRATCH/model-things" >"$SCRATCH/found"
  if [[ ! -s $SCRATCH/found ]]; then
    if [[ $1 == */* ]]; then part=$(component_of "$1"); fi
    # shellcheck disable=SC2046 # names of stacks are words
    read_deployed_things $(deployed_stacks "$part")
    awk -F '\t' -v OFS='\t' -v thing="$1" -v parameter="/connect/$CONNECT_ALIAS/$1" '
      $4 == parameter && sub(/Published$/, "", $2) || $2 == thing { print $1, $2; exit }' "$SCRATCH/deployed-things" >"$SCRATCH/found"
  fi
  [[ -s $SCRATCH/found ]] ||
    fail "There is no $1, neither in the model nor in the stacks of $CONNECT_ALIAS.$(like_it "$1") All of them: ops connect state list"
  IFS=$'\t' read -r THING_STACK THING_ID <"$SCRATCH/found"
}

# like_it KIND/NAME: things of the kind in the model whose names begin with the same letter.
like_it() {
  awk -F '\t' -v thing="$1" '
    BEGIN { kind = substr(thing, 1, index(thing, "/")); start = tolower(substr(thing, 1, length(kind) + 2)) }
    kind != "" && index($4, kind) == 1 && index(tolower($4), start) == 1 && count++ < 3 { list = list (list == "" ? "" : ", ") $4 }
    END { if (list != "") print " Similar: " list "." }' "$SCRATCH/model-things"
}

# model_stack NAME: the model's stack of that name in AWS; nothing where the model no longer has it.
model_stack() {
  local stack
  for stack in "${CONNECT_STACKS[@]}"; do
    if [[ $(connect_stack_name "$stack") == "$1" ]]; then say "$stack"; fi
  done
}

# read_template NAME: as it was deployed, into DEPLOYED, with the indent that publish writes. The CLI prints JSON with four spaces.
read_template() {
  DEPLOYED=$SCRATCH/deployed/$1.json
  mkdir -p "$SCRATCH/deployed"
  read_aws "$PRIMARY_REGION" cloudformation get-template --stack-name "$1" --template-stage Original --query TemplateBody --output json |
    awk '{ match($0, /^ */); print substr($0, 1, RLENGTH / 2) substr($0, RLENGTH + 1) }' >"$DEPLOYED"
  [[ $(head -n 1 "$DEPLOYED") == '{' ]] || fail "The template of $1 is not one that publish has written: CloudFormation gives no JSON of it."
}
