# The parameters that a stack is deployed with.

# side REGION: PRIMARY or SECONDARY.
side() { if [[ $1 == "$PRIMARY_REGION" ]]; then say PRIMARY; else say SECONDARY; fi; }

# parameter_value REGION STACK NAME: into VALUE.
parameter_value() {
  local region=$1 stack=$2 name=$3
  local variable=${VARIABLE_OF[$name]:-}
  if [[ -n $variable && -n ${PER_REGION[$variable]:-} ]]; then
    if [[ $region == "$PRIMARY_REGION" ]]; then VALUE=${VALUE_OF[${variable}_PRIMARY]}; else VALUE=${VALUE_OF[${variable}_SECONDARY]}; fi
  elif [[ -n $variable ]]; then
    VALUE=${VALUE_OF[$variable]}
  elif [[ -n ${SHARED_KEY[$name]:-} ]]; then
    # CloudFormation reads the SSM parameter of that name.
    VALUE=/flow-configs/$STAGE/${SHARED_KEY[$name]}
  else
    VALUE=$(worked_out "$region" "$stack" "$name")
  fi
}

# What depends on more than one Region, or on what has been deployed so far.
worked_out() {
  case $3 in
    Protected) if is_new "$(stack_status "$1" "$(stack_name "$2")")"; then say false; else say true; fi ;;
    Release) cat "$ENV_FILE" "$(template_of "$2")" | sha256 ;;
    DistributionId) distribution_id ;;
    BackupBucket) backup_bucket ;;
    ConnectSources) connect_sources ;;
    *) fail "This ops does not know the parameter $3 of the stack $2. Publish again: ops and templates do not belong together." ;;
  esac
}

# Any distribution may read until there is one.
distribution_id() {
  local id
  id=$(published "$PRIMARY_REGION" distribution-id)
  say "${id:-*}"
}

connect_sources() {
  local region sources=''
  for region in "${REGIONS[@]}"; do sources+=" $(shared "$region" connect-sources)"; done
  say "${sources# }"
}

# write_parameters REGION STACK FILE: as create-change-set reads them.
write_parameters() {
  local region=$1 stack=$2 file=$3 name separator= VALUE=
  {
    printf '['
    for name in ${PARAMETERS_OF[$stack]}; do
      parameter_value "$region" "$stack" "$name"
      printf '%s{"ParameterKey": "%s", "ParameterValue": ' "$separator" "$name"
      json_text "$VALUE"
      printf '}'
      separator=$',\n '
    done
    printf ']\n'
  } >"$file"
}

# The first 16 hex digits of standard input's SHA-256.
sha256() {
  if command -v sha256sum >/dev/null; then sha256sum; else shasum -a 256; fi | cut -c1-16
}
