# ops restore: the items of a backup, back into the table.

run_restore() {
  allow_options at from table exact
  local sources="${OPTION[at]:+at }${OPTION[from]:+from }${OPTION[table]:+table }"
  [[ $sources =~ ^[a-z]+\ $ ]] || fail "Say once what to restore: --at TIME, --from FILE, --from s3://…, or --table NAME."
  read_settings
  check_credentials
  if [[ -n ${OPTION[at]:-} ]]; then
    restore_point_in_time "${OPTION[at]}"
  elif [[ -n ${OPTION[table]:-} ]]; then
    read_items "$PRIMARY_REGION" "${OPTION[table]}" "$SCRATCH/backup"
  else
    read_backup "${OPTION[from]}" "$SCRATCH/backup"
  fi
  if [[ -e $SCRATCH/backup ]]; then copy_back "$SCRATCH/backup"; fi
}

# DynamoDB restores to a new table only; the items are copied from there.
restore_point_in_time() {
  [[ $1 =~ ^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})$ ]] ||
    fail "--at must be a time such as 2026-03-02T12:00:00Z; \"$1\" is not."
  check_recovery "$PRIMARY_REGION"
  local copy status=CREATING
  copy=$(table_name)-at-$(tr -dc '0-9TZ' <<<"$1")
  step "A new table $copy as of $1; this takes minutes to hours"
  change_aws "$PRIMARY_REGION" dynamodb restore-table-to-point-in-time --source-table-name "$(table_name)" \
    --target-table-name "$copy" --restore-date-time "$1" --query TableDescription.TableStatus >/dev/null
  if $DRY_RUN; then
    say "  then: ops restore --table $copy, whose dry run shows counts"
    return
  fi
  while [[ $status == CREATING ]]; do
    sleep "$POLL_SECONDS"
    status=$(read_aws "$PRIMARY_REGION" dynamodb describe-table --table-name "$copy" --query Table.TableStatus)
  done
  [[ $status == ACTIVE ]] || fail "The table $copy is in $status. Look at it in the DynamoDB console."
  read_items "$PRIMARY_REGION" "$copy" "$SCRATCH/backup"
  say "Keep $copy until all is well, then: aws dynamodb delete-table --region $PRIMARY_REGION --table-name $copy"
}

# read_backup PLACE FILE: a file of ours, or the files of an export.
read_backup() {
  if [[ $1 == s3://* ]]; then
    mkdir "$SCRATCH/export"
    read_aws "$PRIMARY_REGION" s3 cp "$1" "$SCRATCH/export" --recursive --only-show-errors
    [[ -n $(find "$SCRATCH/export" -name '*.json.gz' -print -quit) ]] ||
      fail "There is no .json.gz file in $1. It ends with /AWSDynamoDB/…/data/, as ops backup has said."
    find "$SCRATCH/export" -name '*.json.gz' -exec gzip -dc {} + >"$2"
  else
    [[ -r $1 ]] || fail "There is no file $1."
    gzip -dc "$1" >"$2" || fail "$1 is not a file that ops backup wrote."
  fi
  if grep -qv '^{"Item": *{' "$2"; then fail "$1 is not a backup: a line does not begin with {\"Item\":."; fi
}

# Shows counts, asks, and writes.
copy_back() {
  local table
  table=$(table_name)
  read_items "$PRIMARY_REGION" "$table" "$SCRATCH/now"
  keys_of "$1" >"$SCRATCH/backup.keys"
  keys_of "$SCRATCH/now" >"$SCRATCH/now.keys"
  comm -13 "$SCRATCH/backup.keys" "$SCRATCH/now.keys" >"$SCRATCH/newer.keys"
  step "Back into $table in $PRIMARY_REGION${SECONDARY_REGION:+; DynamoDB carries it to $SECONDARY_REGION}"
  say "  $(wc -l <"$1") items in the backup"
  say "  $(wc -l <"$SCRATCH/now") items in the table"
  say "  $(comm -23 "$SCRATCH/backup.keys" "$SCRATCH/now.keys" | wc -l) missing in the table: will be added"
  say "  $(comm -12 "$SCRATCH/backup.keys" "$SCRATCH/now.keys" | wc -l) in both: will be as in the backup"
  local fate='will stay (--exact removes them)'
  if [[ -n ${OPTION[exact]:-} ]]; then fate='will be removed'; fi
  say "  $(wc -l <"$SCRATCH/newer.keys") only in the table: $fate"
  if $DRY_RUN; then
    say "  nothing was written"
    return
  fi
  confirm "Write into $table?"
  if [[ -n ${OPTION[exact]:-} ]]; then delete_keys "$PRIMARY_REGION" "$table" "$SCRATCH/newer.keys"; fi
  put_items "$PRIMARY_REGION" "$table" "$1"
  say "Restored. Run ops validate."
}
