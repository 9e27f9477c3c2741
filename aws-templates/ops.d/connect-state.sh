# ops connect state: what the stacks manage. "list" shows everything, "show" one thing, and after "forget" no stack manages the thing,
# which stays in Connect: as terraform state list, show and rm.

connect_state() {
  local action=${WORDS[1]:-}
  case $action in
    list) state_list "${WORDS[2]:-}" ;;
    show | forget)
      [[ -n ${WORDS[2]:-} ]] || fail "Say which thing: ops connect state $action KIND/NAME, such as user/ada. ops connect state list shows all."
      find_thing "${WORDS[2]}"
      if is_new "$(stack_status "$PRIMARY_REGION" "$THING_STACK")"; then
        fail "${WORDS[2]} is not deployed: there is no stack $THING_STACK."
      fi
      read_template "$THING_STACK"
      block_of "$THING_ID" >"$SCRATCH/block"
      [[ -s $SCRATCH/block ]] ||
        fail "No stack manages ${WORDS[2]}: the deployed template of $THING_STACK does not contain $THING_ID."
      "state_$action" "${WORDS[2]}"
      ;;
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
