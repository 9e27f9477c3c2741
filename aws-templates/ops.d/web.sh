# What is uploaded: the functions' zips, long templates, and the web app.

artifact_bucket() { shared "$1" artifact-bucket; }

# upload_artifacts REGION
upload_artifacts() {
  local region=$1 bucket file stack
  step "Code to $region"
  bucket=$(artifact_bucket "$region")
  for file in "$OPS_FOLDER"/lambda/*.zip; do
    change_aws "$region" s3 cp "$file" "s3://$bucket/lambda/${file##*/}" --only-show-errors
  done
  for stack in "${STACKS[@]}"; do
    upload_template "$region" "$(template_of "$stack")"
  done
}

# upload_template REGION FILE: one that is too long for a call.
upload_template() {
  is_long "$2" || return 0
  change_aws "$1" s3 cp "$2" "s3://$(artifact_bucket "$1")/$(template_key "$2")" --only-show-errors
}

# upload_web REGION. The names of files in assets/ contain their hash: browsers can keep them forever, and old ones stay for people who have
# the page open. Browsers ask for all other files each time.
upload_web() {
  local region=$1 bucket
  step "Web app to $region"
  bucket=$(shared "$region" web-bucket)
  change_aws "$region" s3 sync "$OPS_FOLDER/web/assets" "s3://$bucket/assets" --only-show-errors \
    --cache-control 'public, max-age=31536000, immutable'
  # Copied, because sync skips an older file of the same size: a rollback would keep the new index.html.
  change_aws "$region" s3 cp "$OPS_FOLDER/web" "s3://$bucket" --recursive --only-show-errors --exclude 'assets/*' --exclude config.json \
    --cache-control no-cache
  write_web_config
  change_aws "$region" s3 cp "$SCRATCH/config.json" "s3://$bucket/config.json" --only-show-errors \
    --cache-control no-cache --content-type application/json
}

# The web app is built once for all stages; config.json tells it where the API is.
write_web_config() {
  [[ -e $SCRATCH/config.json ]] && return
  write_placeholders '' >"$SCRATCH/placeholders.sed"
  sed -f "$SCRATCH/placeholders.sed" "$OPS_FOLDER/web/config.json" >"$SCRATCH/config.json"
}
