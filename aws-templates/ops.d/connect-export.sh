# ops connect export: an instance as it is, as a model file. Everything is read into a folder of its own first, so that nothing is
# half written.

connect_export() {
  local folder=${OPTION[to]:-}
  choose_source
  [[ -n $folder ]] || fail "Say where to write the model: --to FOLDER"
  [[ ! -e $folder/contact-center.json ]] || $YES || $DRY_RUN ||
    fail "$folder/contact-center.json is there already. --yes replaces it and the flows beside it."
  EXPORT=$SCRATCH/export
  mkdir -p "$EXPORT"/{out/flows,out/modules,names,notes}
  step "Reading $INSTANCE in $PRIMARY_REGION"
  read_instance
  # Connect takes two calls a second of each operation, so each is called from one of these alone:
  # https://docs.aws.amazon.com/connect/latest/adminguide/amazon-connect-service-limits.html
  in_lanes 'export_storage export_integrations' 'export_hours export_numbers export_queues' \
    'export_routing_profiles export_security_profiles export_hierarchy export_users' \
    'export_quick_connects export_prompts export_modules export_flows' 'export_others'
  cat "$EXPORT"/names/* >"$EXPORT/all-names"
  write_flow_files
  model_lines | write_model >"$EXPORT/out/contact-center.json"
  show_export
  if $DRY_RUN; then
    say "  would write $folder/contact-center.json"
    return
  fi
  mkdir -p "$folder"
  cp -R "$EXPORT/out/." "$folder"
  say "Written to $folder. What is left to do:"
  show_notes
}

# choose_source: the instance of --instance, into INSTANCE.
choose_source() {
  local id='[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
  INSTANCE=${OPTION[instance]:-}
  [[ $INSTANCE =~ ^(arn:aws[a-z-]*:connect:([a-z0-9-]+):[0-9]{12}:instance/)?($id)$ ]] ||
    fail "Say which instance to read: --instance ID or ARN. (aws connect list-instances shows them.)"
  [[ -z ${BASH_REMATCH[2]} || ${BASH_REMATCH[2]} == "$PRIMARY_REGION" ]] ||
    fail "The instance is in ${BASH_REMATCH[2]}, and PRIMARY_REGION in $ENV_FILE is $PRIMARY_REGION. --env names another file."
  INSTANCE=${BASH_REMATCH[3]}
}

# in_lanes FUNCTIONS …: each word's functions one after the other, the words at the same time.
in_lanes() {
  local lane lanes=() function
  for lane in "$@"; do
    (ERRORS=$EXPORT/errors-$BASHPID; for function in $lane; do "$function"; done) &
    lanes+=($!)
  done
  for lane in "${lanes[@]}"; do
    if ! wait -n; then
      kill "${lanes[@]}" 2>/dev/null || true
      fail "The instance could not be read; the reason stands above. Nothing was written."
    fi
  done
}

# read_connect COMMAND …: about the instance, as JSON.
read_connect() { read_aws "$PRIMARY_REGION" connect "$@" --instance-id "$INSTANCE" --output json; }

# note TEXT: what the export could not read, or leaves to do.
note() { printf '%s\n' "- $*" >>"$EXPORT/notes/$BASHPID"; }

show_notes() {
  cat "$EXPORT"/notes/* 2>/dev/null | sort -u
  if [[ $IDENTITY == CONNECT_MANAGED ]]; then
    say "- Passwords cannot be read. New users need passwordSecret, the name of a secret with the key \"password\"; those that are" \
      "imported keep theirs:"
    sed -n 's/^    *"username": \(".*"\),*$/    \1/p' "$EXPORT/out/contact-center.json"
  fi
  say "- A number of Connect's has no name: it is called number-<digits>. Publishing the model elsewhere claims other numbers."
  say "- To put the instance under stacks: publish the model, and run ops connect import (docs/operations-connect.md)."
}

show_export() {
  awk -F '\t' -v built_in="$BUILT_IN" '
    ($1 " " $4) !~ built_in { count[$1]++ }
    END { for (kind in count) printf "  %5d %s\n", count[kind], kind }' "$EXPORT/all-names" | sort -k2
}
