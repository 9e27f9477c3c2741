# The flows and modules of an export. AWS gives a flow's content as a text in JSON; it becomes a file, with placeholders for ARNs.

# Connect gives a prompt's audio for some minutes, at an address of its own, and no place in S3.
export_prompts() {
  local id
  read_connect list-prompts --query 'sort_by(PromptSummaryList, &Name)[].{_id: Id, _arn: Arn, name: Name}' >"$EXPORT/prompts-list"
  names_of prompt "$EXPORT/prompts-list"
  say '[' >"$EXPORT/prompts"
  for id in $(own_ids prompt); do
    if ! read_connect describe-prompt --prompt-id "$id" --query 'Prompt.{name: Name, description: Description, tags: Tags}' \
      >>"$EXPORT/prompts" 2>"$ERRORS"; then
      older_cli "what prompts are for"
      awk -F '\t' -v id="$id" '$2 == id { printf "{\n\"name\": \"%s\"\n}\n", $4 }' "$EXPORT/names/prompt" >>"$EXPORT/prompts"
    fi
  done
  say ']' >>"$EXPORT/prompts"
  if [[ -n $(own_ids prompt) ]]; then
    note "The audio of prompts was not read. To make them in another instance, download each (aws connect get-prompt-file), put it in S3," \
      "and add s3Uri. An import does not need it."
  fi
}

export_modules() {
  read_connect list-contact-flow-modules --query 'sort_by(ContactFlowModulesSummaryList, &Name)[].{_id: Id, _arn: Arn, name: Name}' \
    >"$EXPORT/modules-list"
  names_of module "$EXPORT/modules-list"
  describe_files module modules describe-contact-flow-module --contact-flow-module-id ContactFlowModule ''
}

export_flows() {
  read_connect list-contact-flows --query "sort_by(ContactFlowSummaryList[?ContactFlowState != 'ARCHIVED'], &Name)[].{_id: Id,
    _arn: Arn, name: Name}" >"$EXPORT/flows-list"
  names_of flow "$EXPORT/flows-list"
  describe_files flow flows describe-contact-flow --contact-flow-id ContactFlow 'type: Type,'
}

# describe_files KIND MEMBER COMMAND OPTION RESULT SHAPE: each with a file of its own, which is named after it.
describe_files() {
  local id file settings
  say '[' >"$EXPORT/$2"
  while IFS=$'\t' read -r id file; do
    settings=
    if [[ $1 == module ]]; then settings="settings: Settings && '$2/$file.settings.json', _settings: Settings,"; fi
    read_connect "$3" "$4" "$id" \
      --query "$5.{name: Name, description: Description, $6 file: '$2/$file.json', _content: Content, $settings tags: Tags}" \
      >"$EXPORT/one-$1"
    grep -vE '^    "_(content|settings)": ' "$EXPORT/one-$1" >>"$EXPORT/$2"
    sed -n 's/^    "_settings": "\(.*\)",*$/\1/p' "$EXPORT/one-$1" | json_unescape >"$EXPORT/$2-$file.settings.content"
    if [[ ! -s $EXPORT/$2-$file.settings.content ]]; then rm "$EXPORT/$2-$file.settings.content"; fi
    sed -n 's/^    "_content": "\(.*\)",*$/\1/p' "$EXPORT/one-$1" | json_unescape >"$EXPORT/$2-$file.content"
  done < <(file_names "$1")
  say ']' >>"$EXPORT/$2"
}

# file_names KIND: id and file name of each that is not built in; a second one of a name gets a number.
file_names() {
  awk -F '\t' -v built_in="$BUILT_IN" -v OFS='\t' '
    ($1 " " $4) !~ built_in {
      file = $4
      gsub(/[^A-Za-z0-9_.-]+/, "-", file)
      count = ++seen[tolower(file)]
      print $2, (count > 1 ? file "-" count : file)
    }' "$EXPORT/names/$1"
}

# json_unescape: of a text that is itself JSON, so that a backslash and u stand only where they belong to that.
json_unescape() {
  awk '{
    text = ""
    while (match($0, /\\./)) {
      escaped = substr($0, RSTART + 1, 1)
      text = text substr($0, 1, RSTART - 1) (escaped == "n" ? "\n" : escaped == "t" ? "\t" : escaped == "r" ? "" : escaped)
      $0 = substr($0, RSTART + 2)
    }
    print text $0
  }'
}

# Every text that is an ARN or an id of this instance becomes a placeholder; what is left of them has no place in the model.
write_flow_files() {
  local file member left
  for file in "$EXPORT"/*.content; do
    [[ -e $file ]] || continue
    member=${file##*/}
    member=${member%%-*}
    awk -v names="$EXPORT/all-names" '
      BEGIN {
        FS = "\t"
        while ((getline line < names) > 0) {
          split(line, part, "\t")
          if (part[1] ~ /^(queue|hours|lambda|lex-bot|prompt|flow|module)$/) {
            place[part[2]] = place[part[3]] = "@@" part[1] ":" part[4] "@@"
          }
        }
        RS = "\""
      }
      NR > 1 { printf "\"" }
      { printf "%s", ($0 in place) ? place[$0] : $0 }' "$file" >"$EXPORT/out/$member/$(content_name "$file" "$member")"
  done
  left=$(grep -rhoE 'arn:aws[a-z-]*:[a-z-]+:[^"\\ ]*' "$EXPORT/out" | sort -u) || true
  if [[ -n $left ]]; then note "Flows name these, for which the model has no placeholder: ${left//$'\n'/ }"; fi
  left=$(grep -rhoE '@@flow:Sample [^@]*@@' "$EXPORT/out" | sort -u) || true
  if [[ -n $left ]]; then
    note "Flows lead to sample flows, which are not exported: ${left//$'\n'/ }. Save them under another name first."
  fi
}

# content_name FILE MEMBER: flows-Sales.content is flows/Sales.json.
content_name() {
  local name=${1##*/"$2"-}
  say "${name%.content}.json"
}
