# ops todo: the TODO files with the values of the installed system.

run_todo() {
  allow_options
  read_settings
  check_credentials
  local folder=$OPS_FOLDER/todo-$STAGE file
  write_placeholders '(not there yet)' >"$SCRATCH/placeholders.sed"
  if $DRY_RUN; then
    say "  would write $folder"
    return
  fi
  mkdir -p "$folder"
  for file in "$OPS_FOLDER"/todo/*.md; do sed -f "$SCRATCH/placeholders.sed" "$file" >"$folder/${file##*/}"; done
  say "Written to $folder. Send each administrator theirs."
}

# write_placeholders MISSING: a sed script that puts what the stacks have published instead of {{primary:KEY}} and
# {{secondary:KEY}}, and MISSING where there is nothing.
write_placeholders() {
  local key kind region value
  for kind in primary secondary; do
    region=$PRIMARY_REGION
    if [[ $kind == secondary ]]; then region=$SECONDARY_REGION; fi
    printf 's|{{%s-region}}|%s|g\n' "$kind" "$region"
    for key in "${!OUTPUT_REGIONS[@]}"; do
      value=
      if [[ -n $region && ${OUTPUT_REGIONS[$key]} == *$kind* ]]; then value=$(published "$region" "$key"); fi
      value=${value:-$1}
      # Of what sed takes for its own, addresses and ARNs have & alone.
      printf 's|{{%s:%s}}|%s|g\n' "$kind" "$key" "${value//&/\\&}"
    done
  done
}
