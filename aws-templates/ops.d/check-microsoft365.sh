# What ops check looks at where a tenant of Microsoft 365 is named.

microsoft365_problems() {
  local variable
  if [[ -n ${VALUE_OF[M365_TENANT_ID]:-} ]]; then
    for variable in M365_CLIENT_ID M365_MAILBOX; do
      [[ -n ${VALUE_OF[$variable]:-} ]] || say "$variable is empty, and M365_TENANT_ID is not. ${ASK[$variable]} fills it in."
    done
  fi
  if [[ ${VALUE_OF[M365_AUTH]:-} == ropc ]]; then
    say "M365_AUTH can't be ropc: Microsoft advises against signing in with a user's password, which fails as soon as the tenant" \
      "requires a second factor. Step 2 of todo/5-microsoft-365.md has the ways that work."
  fi
}
