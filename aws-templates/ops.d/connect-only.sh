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
