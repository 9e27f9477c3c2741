# Reads flow-configs.env. It is read and not run: a value is the text between the quotes, whatever it contains.

declare -A VALUE_OF=()

read_settings() {
  [[ -r $ENV_FILE ]] || fail "There is no $ENV_FILE. Publish writes one to fill in; --env names another."
  local line number=0
  while IFS= read -r line || [[ -n $line ]]; do
    number=$((number + 1))
    line=${line%$'\r'}
    [[ $line =~ ^[[:space:]]*(#.*)?$ ]] && continue
    [[ $line =~ ^([A-Z][A-Z0-9_]*)=\"([^\"]*)\"[[:space:]]*(#.*)?$ ]] ||
      fail "$ENV_FILE, line $number: write NAME=\"value\", with no quotes inside the value."
    is_variable "${BASH_REMATCH[1]}" ||
      fail "$ENV_FILE, line $number: there is no parameter ${BASH_REMATCH[1]}. Look for a typo, or remove the line."
    VALUE_OF[${BASH_REMATCH[1]}]=${BASH_REMATCH[2]}
  done <"$ENV_FILE"
  require_basics
}

# What every command needs before anything else.
require_basics() {
  local variable problem
  for variable in STAGE PRIMARY_REGION SECONDARY_REGION ACCOUNT_ID; do
    problem=$(problem_of "$variable")
    [[ -z $problem ]] || fail "$problem"
  done
  STAGE=${VALUE_OF[STAGE]}
  PRIMARY_REGION=${VALUE_OF[PRIMARY_REGION]}
  SECONDARY_REGION=${VALUE_OF[SECONDARY_REGION]:-}
  ACCOUNT_ID=${VALUE_OF[ACCOUNT_ID]}
  [[ $PRIMARY_REGION != "$SECONDARY_REGION" ]] ||
    fail "SECONDARY_REGION is the same as PRIMARY_REGION. Name another one, or leave it empty for one Region only."
  REGIONS=("$PRIMARY_REGION")
  if [[ -n $SECONDARY_REGION ]]; then REGIONS+=("$SECONDARY_REGION"); fi
}

is_variable() {
  local variable
  for variable in "${VARIABLES[@]}"; do [[ $variable == "$1" ]] && return 0; done
  return 1
}

# problem_of VARIABLE: what is wrong with its value, with the remedy; nothing where it is right.
problem_of() {
  local variable=$1 base value=${VALUE_OF[$1]-unset}
  # CONNECT_INSTANCE_ARN of CONNECT_INSTANCE_ARN_PRIMARY; any other as it is.
  base=${variable%_PRIMARY}
  base=${base%_SECONDARY}
  if [[ -z ${PER_REGION[$base]:-} ]]; then base=$variable; fi
  local remedy="Example: $variable=\"${EXAMPLE_OF[$base]}\" (${DESCRIPTION_OF[$base]})."
  if [[ $value == unset ]]; then
    say "$variable is missing in $ENV_FILE. $remedy"
  elif [[ -z $value ]]; then
    [[ -n ${MAY_BE_EMPTY[$base]:-} ]] || say "$variable is empty in $ENV_FILE. ${ASK[$base]} fills it in. $remedy"
  elif [[ -n ${ALLOWED_OF[$base]:-} && " ${ALLOWED_OF[$base]} " != *" $value "* ]]; then
    say "$variable is \"$value\"; it must be one of: ${ALLOWED_OF[$base]}."
  elif [[ -n ${LEAST_OF[$base]:-} ]] && { [[ ! $value =~ ^-?[0-9]{1,9}$ ]] || ((value < LEAST_OF[$base])); }; then
    say "$variable is \"$value\"; it must be a whole number, ${LEAST_OF[$base]} or more."
  elif [[ -n ${PATTERN_OF[$base]:-} && ! $value =~ ^(${PATTERN_OF[$base]})$ ]]; then
    say "$variable is \"$value\", which is not of the form that it needs. $remedy"
  elif [[ $value =~ [[:cntrl:]\\] ]]; then
    say "$variable has a character that CloudFormation does not take. $remedy"
  else
    wrong_region "$variable" "$value"
  fi
}

# A value of one Region that is the ARN of a thing in another.
wrong_region() {
  local region
  case $1 in
    *_PRIMARY) region=${VALUE_OF[PRIMARY_REGION]} ;;
    *_SECONDARY) region=${VALUE_OF[SECONDARY_REGION]} ;;
    *) return 0 ;;
  esac
  if [[ $2 =~ ^arn:[^:]*:[^:]*:([^:]+): && ${BASH_REMATCH[1]} != "$region" ]]; then
    say "$1 is in ${BASH_REMATCH[1]}, and must be in $region."
  fi
}
