# ops install: everything, from nothing or from where it broke off.

run_install() {
  allow_options
  read_settings
  check_programs
  check_credentials
  check_all
  local stack region
  for stack in "${STACKS[@]}"; do
    step "$stack"
    for region in $(regions_of "$stack"); do deploy "$region" "$stack"; done
    if [[ $stack == 00-* ]]; then
      for region in "${REGIONS[@]}"; do upload_artifacts "$region"; done
    fi
  done
  close_web_buckets
  for region in "${REGIONS[@]}"; do upload_web "$region"; done
  protect_what_is_kept
  protect_kept_stacks
  step "Installed. Next: ops validate asks the system, and ops todo writes the files for the other administrators"
}

# Only now is there a distribution that the buckets can name as the one that may read them.
close_web_buckets() {
  local region
  step "Web buckets: read by the distribution alone"
  for region in $(regions_of 50-web-bucket); do deploy "$region" 50-web-bucket; done
}

# Now that they are created, the table, the pools and the stores get their own protection against deletion.
protect_what_is_kept() {
  local stack region
  step "Table, user pools and policy stores: protected"
  for stack in "${KEPT_STACKS[@]}"; do
    for region in $(regions_of "$stack"); do deploy "$region" "$stack"; done
  done
}

protect_kept_stacks() {
  local stack region name
  step "Protection against deletion and replacement"
  write_stack_policy "$SCRATCH/stack-policy.json"
  for stack in "${KEPT_STACKS[@]}"; do
    name=$(stack_name "$stack")
    for region in $(regions_of "$stack"); do
      protect_stack "$region" "$name"
      change_aws "$region" cloudformation set-stack-policy --stack-name "$name" \
        --stack-policy-body "file://$SCRATCH/stack-policy.json"
      say "$name in $region is protected"
    done
  done
}

# protect_stack REGION NAME: against deletion.
protect_stack() {
  change_aws "$1" cloudformation update-termination-protection --stack-name "$2" --enable-termination-protection >/dev/null
}

# https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/protect-stack-resources.html
write_stack_policy() {
  local type types=
  for type in $KEPT_TYPES; do types+="${types:+, }\"$type\""; done
  cat >"$1" <<POLICY
{"Statement": [
  {"Effect": "Allow", "Action": "Update:*", "Principal": "*", "Resource": "*"},
  {"Effect": "Deny", "Action": ["Update:Replace", "Update:Delete"], "Principal": "*", "Resource": "*",
   "Condition": {"StringEquals": {"ResourceType": [$types]}}}
]}
POLICY
}
