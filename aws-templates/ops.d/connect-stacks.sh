# ops connect plan and deploy: one stack at a time, of the component that is named.

# A change set of each stack, which is shown and deleted. Exit code 2 where something would change, as of Terraform's
# plan -detailed-exitcode.
connect_plan() {
  local stacks stack planned=0 unplanned=
  if [[ -n ${OPTION[only]:-} ]]; then choose_only; fi
  stacks=$(chosen_stacks "${WORDS[1]:-}")
  read_published
  for stack in $stacks; do plan_stack "$stack"; done
  if [[ -z ${OPTION[only]:-} ]]; then report_leftovers; fi
  if $DRY_RUN; then return; fi
  if [[ -n ${OPTION[save]:-} ]]; then write_plan "$unplanned"; fi
  if ((planned == 0)); then say "Nothing would change." && return; fi
  say "$planned stacks would change. ops connect deploy${OPTION[only]:+ with the same --only} does it."
  exit 2
}

plan_stack() {
  local name status type change missing
  name=$(connect_stack_name "$1")
  status=$(stack_status "$PRIMARY_REGION" "$name")
  type=$(change_type "$PRIMARY_REGION" "$name" "$status")
  say "$name in $PRIMARY_REGION ($status)"
  missing=$(missing_of "$1")
  if [[ -n $missing ]]; then
    say "  would change; what exactly, shows when this is there: ${missing//$'\n'/ }"
    planned=$((planned + 1)) unplanned+=" $1"
    return
  fi
  if is_long "$(connect_template "$1")" && ! has_bucket; then
    say "  would change; what exactly, shows when there is a bucket for its long template, which ops connect deploy makes"
    planned=$((planned + 1)) unplanned+=" $1"
    return
  fi
  upload_long_template "$(connect_template "$1")"
  change=$(change_name)
  propose "$PRIMARY_REGION" "$name" "$(connect_template "$1")" "$change" "$type" "${CONNECT_TAGS[@]}"
  if $DRY_RUN; then return; fi
  if has_changes "$PRIMARY_REGION" "$name" "$change"; then
    show_changes "$PRIMARY_REGION" "$name" "$change"
    refuse_others "$PRIMARY_REGION" "$name" "$change" replace "${ONLY_OF[$name]:-}"
    planned=$((planned + 1))
    if [[ -n ${OPTION[save]:-} ]]; then
      keep_change "$1" "$name" "$change" "$type"
      return
    fi
    change_aws "$PRIMARY_REGION" cloudformation delete-change-set --stack-name "$name" --change-set-name "$change"
  fi
  # A change set of a new stack leaves an empty one.
  if [[ $type == CREATE && $(stack_status "$PRIMARY_REGION" "$name") == REVIEW_IN_PROGRESS ]]; then
    change_aws "$PRIMARY_REGION" cloudformation delete-stack --stack-name "$name"
  fi
}

# missing_of STACK: what its template names and no other has published. CloudFormation reads these SSM parameters when it makes a
# change set.
missing_of() {
  local key own="\"/connect/$CONNECT_ALIAS/"
  for key in $(grep -o "\"Default\": *$own[^\"]*" "$(connect_template "$1")" | sed "s|.*$own||" | sort -u); do
    if [[ -z ${ARN_OF[$key]:-} ]]; then say "$key"; fi
  done
}

refuse_missing() {
  local missing components key
  missing=$(missing_of "$1")
  if [[ -n $missing && -n $STALE ]]; then
    read_published
    missing=$(missing_of "$1")
  fi
  if [[ -z $missing ]] || $DRY_RUN; then return; fi
  components=$(for key in $missing; do component_of "$key"; done | sort -u | tr '\n' ' ')
  fail "$1 names what is not there yet: ${missing//$'\n'/ }. Deploy first: $components"
}

connect_deploy() {
  local part=${WORDS[1]:-} stacks='' stack linked=
  if [[ -n ${OPTION[plan]:-} ]]; then
    deploy_plan
    return
  fi
  if [[ -n ${OPTION[only]:-} ]]; then choose_only; fi
  if [[ $part != links ]]; then stacks=$(chosen_stacks "$part"); else linked=yes; fi
  read_published
  for stack in $stacks; do
    deploy_connect_stack "$stack"
    case ${CONNECT_COMPONENT_OF[$stack]} in
      numbers | queues | flows | quick-connects) linked=yes ;;
    esac
  done
  if [[ -n ${OPTION[only]:-} ]]; then
    if [[ -n $linked ]]; then say "Links stay as they are. To set them: ops connect deploy links"; fi
    return
  fi
  if [[ -z $part || -n $linked ]]; then make_links "$part"; fi
  report_leftovers
}

deploy_connect_stack() {
  local name component=${CONNECT_COMPONENT_OF[$1]}
  name=$(connect_stack_name "$1")
  step "$1"
  if [[ $component != instance ]]; then publish_built_in missing; fi
  refuse_missing "$1"
  upload_long_template "$(connect_template "$1")"
  change_stack "$PRIMARY_REGION" "$name" "$(connect_template "$1")" "${CONNECT_TAGS[@]}"
  STALE+=$CHANGED
  after_stack "$component" "$name"
}

# after_stack COMPONENT NAME: what a deployed stack needs besides.
after_stack() {
  if [[ $1 == instance || $1 == numbers ]]; then protect_stack "$PRIMARY_REGION" "$2"; fi
  if [[ $1 == instance ]]; then
    read_stale
    publish_built_in all
  fi
}

# upload_long_template FILE: long templates go by the bucket of the product's code; it may be that nothing of the product is there yet.
upload_long_template() {
  local name problem
  is_long "$1" || return 0
  if ! has_bucket; then
    step "00-artifacts, for templates that are too long for a call"
    for name in ${PARAMETERS_OF[00-artifacts]}; do
      problem=
      if [[ -n ${VARIABLE_OF[$name]:-} ]]; then problem=$(problem_of "${VARIABLE_OF[$name]}"); fi
      [[ -z $problem ]] || fail "$problem"
    done
    deploy "$PRIMARY_REGION" 00-artifacts
  fi
  upload_template "$PRIMARY_REGION" "$1"
}

has_bucket() { [[ -n $(published "$PRIMARY_REGION" artifact-bucket) ]]; }

# Stacks of this instance that the model no longer has.
report_leftovers() {
  local name known=' ' stack
  for stack in "${CONNECT_STACKS[@]}"; do known+="$(connect_stack_name "$stack") "; done
  for name in $(deployed_stacks); do
    [[ $known != *" $name "* ]] || continue
    if [[ ${WORDS[0]} == deploy ]] && is_allowed "$name"; then
      confirm "Delete $name with everything in it?"
      delete_stack "$PRIMARY_REGION" "$name"
    else
      warn "The stack $name exists, and the model no longer contains anything of it. To delete it: ops connect deploy --allow $name"
    fi
  done
}
