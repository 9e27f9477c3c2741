# ops connect state: what the stacks manage. "list" shows everything, "show" one thing, and after "forget" no stack manages the thing,
# which stays in Connect: as terraform state list, show and rm.

connect_state() {
  local action=${WORDS[1]:-}
  case $action in
    list) state_list "${WORDS[2]:-}" ;;
    show | forget)
      [[ -n ${WORDS[2]:-} ]] || fail "Say which thing: ops connect state $action KIND/NAME, such as user/ada. ops connect state list shows all."
      find_thing "${WORDS[2]}"
      [[ $(stack_status "$PRIMARY_REGION" "$THING_STACK") != NONE ]] || fail "${WORDS[2]} is not deployed: there is no stack $THING_STACK."
      read_template "$THING_STACK"
      block_of "$THING_ID" >"$SCRATCH/block"
      [[ -s $SCRATCH/block ]] ||
        fail "No stack manages ${WORDS[2]}: the deployed template of $THING_STACK does not contain $THING_ID."
      "state_$action" "${WORDS[2]}"
      ;;
    *) fail "Say what to do: ops connect state list|show|forget. \"ops help\" shows more." ;;
  esac
}

# state_list PART: a line for each resource. The SSM parameter beside a thing has no line of its own.
state_list() {
  local names part=${1#[0-9][0-9]-}
  names=$(deployed_stacks "$part")
  [[ -n $names ]] || fail "No stack of $CONNECT_ALIAS${part:+ that is called $part} is deployed. The model has: $(connect_components)"
  # shellcheck disable=SC2086 # names of stacks are words
  read_deployed_things $names
  read_model_things
  awk -F '\t' -v OFS='\t' -v path="/connect/$CONNECT_ALIAS/" '
    FILENAME ~ /model-things$/ { in_model[$2, $3] = 1; name[$2, $3] = $4 == "-" ? $5 : $4; next }
    {
      line[++count] = $0
      deployed[$1, $2] = 1
      if (sub(/Published$/, "", $2) && !(($1, $2) in name)) name[$1, $2] = substr($4, length(path) + 1)
    }
    END {
      for (i = 1; i <= count; i++) {
        split(line[i], part, "\t")
        id = part[2]
        if (sub(/Published$/, "", id) && (part[1], id) in deployed) continue
        print part[1], (part[1], id) in name ? name[part[1], id] : "-", part[2], part[3], part[4] \
          ((part[1], id) in in_model ? "" : OFS "not in the model")
      }
    }' "$SCRATCH/model-things" "$SCRATCH/deployed-things"
}

# block_of ID: its lines in DEPLOYED.
block_of() {
  awk -v id="$1" '
    /^  "/ { inside = /"Resources"/ }
    inside && /^    "/ { split($0, part, "\""); own = part[2] == id }
    inside && own && /^     / { print substr($0, 7) }' "$DEPLOYED"
}

state_show() {
  local physical status updated
  read_thing
  printf '%s\n  stack        %s\n  logical id   %s\n  physical id  %s\n  status       %s\n  last update  %s\n' \
    "$1" "$THING_STACK" "$THING_ID" "$physical" "$status" "$updated"
  cut -f 2,3 "$SCRATCH/model-things" | grep -qxF "$THING_STACK"$'\t'"$THING_ID" || say "  not in the model"
  cat "$SCRATCH/block"
}

# Fills physical, status and updated of the caller.
read_thing() {
  IFS=$'\t' read -r physical status updated < <(read_aws "$PRIMARY_REGION" cloudformation describe-stack-resource \
    --stack-name "$THING_STACK" --logical-resource-id "$THING_ID" \
    --query 'StackResourceDetail.[PhysicalResourceId,ResourceStatus,LastUpdatedTimestamp]') ||
    fail "CloudFormation does not say what $THING_ID of $THING_STACK is."
}

# state_forget KIND/NAME: two change sets. After the first, the resource outlives its removal; the second removes it from the stack. A
# run after a failure continues where the stack is.
state_forget() {
  local model='' stack physical status updated readers
  read_thing
  stack=$(model_stack "$THING_STACK")
  if [[ -n $stack ]]; then model=$(connect_template "$stack"); fi
  merge_template remove "$THING_ID ${THING_ID}Published" "$model" >"$SCRATCH/without.json"
  refuse_broken "$THING_STACK" "First change what refers to it, or forget that too."
  if ! is_retained; then
    step "$THING_STACK: $1 outlives its removal"
    merge_template retain "$THING_ID" "$model" >"$SCRATCH/retain.json"
    change_thing retain "$SCRATCH/retain.json" "$THING_ID"
    if ! $DRY_RUN; then
      read_template "$THING_STACK"
      block_of "$THING_ID" >"$SCRATCH/block"
      is_retained || fail "$THING_ID has no DeletionPolicy that retains it, after the change. Nothing was removed."
      merge_template remove "$THING_ID ${THING_ID}Published" "$model" >"$SCRATCH/without.json"
    fi
  fi
  step "$THING_STACK: without $1"
  if has_resources "$SCRATCH/without.json"; then
    change_thing remove "$SCRATCH/without.json" "$THING_ID ${THING_ID}Published"
  else
    forget_stack "$1"
  fi
  if $DRY_RUN; then return; fi
  say "No stack manages $1 any more. It stays in Connect: $physical"
  say "While the model contains $1, ops connect deploy creates it again: take it out of the model, and publish."
  readers=$(readers_of)
  if [[ -n $readers ]]; then
    warn "These stacks read the ARN of $1 from SSM, which no longer has it: ${readers//$'\n'/ }. Change them in the model too."
  fi
}

# RetainExceptOnCreate keeps everything whose creation has succeeded:
# https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html
is_retained() { grep -qE '^"DeletionPolicy": "Retain(ExceptOnCreate)?"' "$SCRATCH/block"; }

# change_thing MODE TEMPLATE IDS
change_thing() {
  local change
  change_type "$PRIMARY_REGION" "$THING_STACK" "$(stack_status "$PRIMARY_REGION" "$THING_STACK")" >/dev/null
  upload_long_template "$2"
  change=$(change_name)
  propose "$PRIMARY_REGION" "$THING_STACK" "$2" "$change" UPDATE "${CONNECT_TAGS[@]}"
  if $DRY_RUN; then return; fi
  has_changes "$PRIMARY_REGION" "$THING_STACK" "$change" || fail "$THING_STACK: CloudFormation sees no change. Nothing was changed."
  show_changes "$PRIMARY_REGION" "$THING_STACK" "$change"
  refuse_others "$PRIMARY_REGION" "$THING_STACK" "$change" "$1" "$3"
  if [[ $1 == remove ]]; then say "  The resource itself stays in Connect."; fi
  execute "$PRIMARY_REGION" "$THING_STACK" "$change" UPDATE
}

# forget_stack KIND/NAME: a stack cannot be empty, so it goes with its last thing. What a deletion policy retains outlives the stack too.
forget_stack() {
  confirm "Delete $THING_STACK, which contains only $1? The resource itself stays in Connect."
  change_aws "$PRIMARY_REGION" cloudformation update-termination-protection --stack-name "$THING_STACK" \
    --no-enable-termination-protection >/dev/null
  delete_stack "$PRIMARY_REGION" "$THING_STACK"
}

# Stacks of the model that read the thing's SSM parameter.
readers_of() {
  local parameter file
  parameter=$(awk -v id="${THING_ID}Published" '
    /^    "/ { split($0, part, "\""); own = part[2] == id }
    own && /^        "Name": / { split($0, part, "\""); print part[4] }' "$DEPLOYED")
  [[ -n $parameter ]] || return 0
  for file in "$CONNECT_FOLDER"/templates/*.json; do
    if grep -qF "\"Default\": \"$parameter\"" "$file"; then say "$(basename "$file" .json)"; fi
  done
}
