# A table's items as lines of {"Item": …}, which is the form of DynamoDB's own exports
# (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataExport.Output.html).

# BatchWriteItem takes so many.
BATCH=25
WRITERS=4

# read_items REGION TABLE FILE. The CLI indents by four spaces and breaks lines between members only, so an item is what stands
# between a brace at that depth and the next; its texts keep their spaces, because no line begins inside one.
read_items() {
  read_aws "$1" dynamodb scan --table-name "$2" --consistent-read --output json --query 'Items[].{Item: @}' >"$SCRATCH/scan.json"
  awk '/^    \{$/ { item = "{"; next }
       /^    \},?$/ { print item "}"; next }
       /^[][]+$/ { next }
       { sub(/^ +/, ""); item = item $0 }' "$SCRATCH/scan.json" >"$3"
  rm "$SCRATCH/scan.json"
}

# keys_of FILE: a key a line, sorted. Inside a text every quote has a backslash before it, so no text looks like a member.
keys_of() {
  awk '
    function member(name,   text) {
      if (!match($0, "\"" name "\": *[{]\"S\": *\"([^\"\\\\]|\\\\.)*\"[}]")) { print "no " name " in line " NR > "/dev/stderr"; exit 1 }
      text = substr($0, RSTART, RLENGTH)
      gsub(/^"[a-z]+": *\{"S": */, "", text)
      return "\"" name "\":{\"S\":" text
    }
    { print "{" member("pk") "," member("sk") "}" }' "$1" | sort
}

# put_items REGION TABLE FILE
put_items() {
  sed 's/^/{"PutRequest":/; s/$/}/' "$3" | write_requests "$1" "$2"
}

# delete_keys REGION TABLE FILE
delete_keys() {
  sed 's/^/{"DeleteRequest":{"Key":/; s/$/}}/' "$3" | write_requests "$1" "$2"
}

# write_requests REGION TABLE: requests a line, in batches, several at a time.
write_requests() {
  local folder=$SCRATCH/batches file running=()
  rm -rf "$folder"
  mkdir "$folder"
  awk -v size="$BATCH" -v table="$2" -v folder="$folder" '
    function finish() { if (file) { print "]}" > file; close(file) } }
    NR % size == 1 { finish(); file = sprintf("%s/%07d.json", folder, NR); printf "{\"%s\":[", table > file; printf "%s", $0 > file; next }
    { printf ",\n%s", $0 > file }
    END { finish() }'
  for file in "$folder"/*.json; do
    [[ -e $file ]] || return 0
    write_batch "$1" "$file" &
    running+=($!)
    if ((${#running[@]} == WRITERS)); then await "${running[@]}" && running=(); fi
  done
  await "${running[@]}"
}

await() {
  local process
  for process in "$@"; do wait "$process" || fail "The table did not take every item; run the same command again."; done
}

# write_batch REGION FILE: until the table has taken all of it.
write_batch() {
  local attempt
  for attempt in 1 2 3 4 5 6 7 8; do
    change_aws "$1" dynamodb batch-write-item --request-items "file://$2" --output json --query UnprocessedItems >"$2.left"
    # The CLI prints nothing where nothing is left.
    grep -q '"' "$2.left" || return 0
    mv "$2.left" "$2"
    sleep "$attempt"
  done
  return 1
}
