# ops backup: an export to S3, or a file of a table's items.

run_backup() {
  allow_options to
  read_settings
  check_credentials
  if [[ -n ${OPTION[to]:-} ]]; then
    backup_to_file "${OPTION[to]}"
  else
    local region
    for region in "${REGIONS[@]}"; do check_recovery "$region"; done
    export_to_s3
  fi
}

table_name() { say "flow-configs-$STAGE"; }

# Of the secondary Region, where there is one: the export outlives the table and its Region.
backup_bucket() { shared "${SECONDARY_REGION:-$PRIMARY_REGION}" backup-bucket; }

# Point-in-time recovery is what protects against a wrong hand; the export, against the loss of the account's table.
check_recovery() {
  local status earliest latest
  read -r status earliest latest < <(read_aws "$1" dynamodb describe-continuous-backups --table-name "$(table_name)" \
    --query "$(recovery '[PointInTimeRecoveryStatus,EarliestRestorableDateTime,LatestRestorableDateTime]')") || true
  [[ $status == ENABLED ]] ||
    fail "Point-in-time recovery of $(table_name) is not on in $1. Run ops upgrade: the template turns it on. (ops status --drift says" \
      "whether someone turned it off.)"
  say "$1: point-in-time recovery is on, from $earliest to $latest"
}

recovery() { say "ContinuousBackupsDescription.PointInTimeRecoveryDescription.$1"; }

export_to_s3() {
  local bucket arn table status=IN_PROGRESS prefix
  bucket=$(backup_bucket)
  table=$(read_aws "$PRIMARY_REGION" dynamodb describe-table --table-name "$(table_name)" --query Table.TableArn)
  prefix=backups/$(date -u +%Y-%m-%dT%H%M%SZ)
  step "Export of $(table_name) to s3://$bucket/$prefix"
  arn=$(change_aws "$PRIMARY_REGION" dynamodb export-table-to-point-in-time --table-arn "$table" --s3-bucket "$bucket" \
    --s3-prefix "$prefix" --export-format DYNAMODB_JSON --query ExportDescription.ExportArn)
  if $DRY_RUN; then return; fi
  while [[ $status == IN_PROGRESS ]]; do
    status=$(read_aws "$PRIMARY_REGION" dynamodb describe-export --export-arn "$arn" --query ExportDescription.ExportStatus)
    if [[ $status == IN_PROGRESS ]]; then sleep "$POLL_SECONDS"; fi
  done
  [[ $status == COMPLETED ]] || fail "The export ended as $status: $(read_aws "$PRIMARY_REGION" dynamodb describe-export \
    --export-arn "$arn" --query ExportDescription.FailureMessage)"
  say "Done. To bring it back: ops restore --from s3://$bucket/$prefix/AWSDynamoDB/${arn##*/}/data/"
}

backup_to_file() {
  step "Items of $(table_name) to $1"
  if $DRY_RUN; then
    say "  would write $(read_aws "$PRIMARY_REGION" dynamodb describe-table --table-name "$(table_name)" --query Table.ItemCount)" \
      "items or so (DynamoDB counts every six hours)"
    return
  fi
  read_items "$PRIMARY_REGION" "$(table_name)" "$SCRATCH/items"
  # For nobody else on this machine to read, also where an older file could be.
  (
    umask 077
    rm -f "$1.partial"
    gzip -c "$SCRATCH/items" >"$1.partial"
  )
  mv -f "$1.partial" "$1"
  say "$(wc -l <"$SCRATCH/items") items. To bring them back: ops restore --from $1"
}

# backup_buckets REGION: CloudFormation has named them after the stack. Those of installations before this one are among them.
backup_buckets() {
  local arns
  arns=$(tagged "$1" s3)
  sed -n "s/^arn:[a-z-]*:s3:::\\(flow-configs-$STAGE-artifacts-backups-.*\\)$/\\1/p" <<<"$arns"
}

# delete_backups REGION, of burndown. Last of all: until then they are what the data can be brought back from.
delete_backups() {
  local bucket
  for bucket in ${KEPT[$1 backups]}; do
    if [[ -z ${OPTION[backups]:-} ]]; then
      say "Kept: the backups in $bucket ($1). To bring them back into another installation: ops restore --from s3://$bucket/backups/…"
      continue
    fi
    empty_bucket "$1" "$bucket"
    change_aws "$1" s3api delete-bucket --bucket "$bucket"
  done
}
