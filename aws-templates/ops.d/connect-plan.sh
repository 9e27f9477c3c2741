# A saved plan: the change sets that ops connect plan --save FILE has shown stay, and ops connect deploy --plan FILE executes exactly
# these. CloudFormation makes a change set obsolete when its stack has changed since.

# keep_change STACK NAME CHANGE TYPE: a line of the plan.
keep_change() { printf '%s\t%s\t%s\t%s\n' "$1" "$2" "$3" "$4" >>"$SCRATCH/plan"; }

# After everything was planned. A stack that cannot be planned in detail cannot be in a plan, and a new stack would stay empty.
write_plan() {
  local unplanned=$1
  printf '# Plan of %s in %s. Written by ops connect plan.\n' "$CONNECT_ALIAS" "$PRIMARY_REGION" >"${OPTION[save]}"
  if [[ -s $SCRATCH/plan ]]; then cat "$SCRATCH/plan" >>"${OPTION[save]}"; fi
  if [[ -n $unplanned ]]; then
    warn "Not in the plan, because these name what is not deployed yet:$unplanned. Deploy the plan, and plan again."
  fi
  say "The plan is in ${OPTION[save]}. ops connect deploy --plan ${OPTION[save]} executes it, and nothing else."
}

# Executes the plan's change sets. Everything is looked at before anything is changed.
deploy_plan() {
  local file=${OPTION[plan]} stack name change type
  [[ -r $file ]] || fail "There is no plan $file. ops connect plan --save $file writes one."
  [[ $(head -n 1 "$file") == "# Plan of $CONNECT_ALIAS in $PRIMARY_REGION."* ]] ||
    fail "$file is not a plan of $CONNECT_ALIAS in $PRIMARY_REGION. Its first line names the instance and the Region."
  while IFS=$'\t' read -r -u 4 stack name change type; do
    [[ $stack != '#'* ]] || continue
    refuse_obsolete "$name" "$change"
    show_changes "$PRIMARY_REGION" "$name" "$change"
    refuse_loss "$PRIMARY_REGION" "$name" "$change"
  done 4<"$file"
  if ! grep -qv '^#' "$file"; then say "The plan contains no change." && return; fi
  while IFS=$'\t' read -r -u 4 stack name change type; do
    [[ $stack != '#'* ]] || continue
    step "$stack"
    execute "$PRIMARY_REGION" "$name" "$change" "$type"
    STALE=$type
    after_stack "${CONNECT_COMPONENT_OF[$stack]:-}" "$name"
  done 4<"$file"
  make_links links
}

refuse_obsolete() {
  local status
  status=$(read_aws "$PRIMARY_REGION" cloudformation describe-change-set --stack-name "$1" --change-set-name "$2" --query ExecutionStatus \
    2>"$SCRATCH/error") || status=GONE
  [[ $status == AVAILABLE ]] ||
    fail "The change set $2 of $1 is $status: the stack has changed since, or the plan was deployed. Nothing was changed. Plan again."
}
