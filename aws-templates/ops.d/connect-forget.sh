# ops connect state forget: a stack stops managing a thing, which stays in Connect. CloudFormation leaves a resource where it is if its
# deletion policy says so: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html

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
    step "$THING_STACK: set the deletion policy of $1 to Retain"
    merge_template retain "$THING_ID" "$model" >"$SCRATCH/retain.json"
    change_thing retain "$SCRATCH/retain.json" "$THING_ID"
    if ! $DRY_RUN; then
      read_template "$THING_STACK"
      block_of "$THING_ID" >"$SCRATCH/block"
      is_retained || fail "$THING_ID has no DeletionPolicy that retains it, after the change. Nothing was removed."
      merge_template remove "$THING_ID ${THING_ID}Published" "$model" >"$SCRATCH/without.json"
    fi
  fi
  step "$THING_STACK: remove $1 from the stack"
  if has_resources "$SCRATCH/without.json"; then
    change_thing remove "$SCRATCH/without.json" "$THING_ID ${THING_ID}Published"
  else
    forget_stack "$1"
  fi
  if $DRY_RUN; then return; fi
  say "No stack manages $1 now. It stays in Connect: $physical"
  say "While the model contains $1, ops connect deploy creates it again: take it out of the model, and publish."
  readers=$(readers_of)
  if [[ -n $readers ]]; then
    warn "These stacks read the ARN of $1 from SSM, which no longer has it: ${readers//$'\n'/ }. Change them in the model too."
  fi
}

# RetainExceptOnCreate, which publish writes for instances and numbers, differs from Retain only while the resource is created.
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
