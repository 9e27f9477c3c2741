# An export's lines of JSON become the model file: one member a line, as the CLI prints it, so that awk does.

# What stands in a model unless it says otherwise.
MODEL_DEFAULTS='"enabled": true|"autoAccept": false|"afterContactWorkSeconds": 0|"delaySeconds": 0|"priority": 1'
MODEL_DEFAULTS+='|"phoneType": "SOFT_PHONE"|"inboundCalls": true|"outboundCalls": true|"flowLogs": true|"contactLens": false'
MODEL_DEFAULTS+='|"autoResolveBestVoices": true|"earlyMedia": true|"multiPartyConference": false|"multiPartyChatConference": false'
MODEL_DEFAULTS+='|"crossChannel": "ROUTE_CURRENT_CHANNEL_ONLY"|"availabilityTimer": "TIME_SINCE_LAST_ACTIVITY"'
MODEL_DEFAULTS+='|"highVolumeOutbound": false|"enhancedContactMonitoring": false|"enhancedChatMonitoring": false'

model_lines() {
  local member
  printf '{\n"alias": %s\n' "$(json_text "$ALIAS")"
  for member in instance storage hours numbers queues routingProfiles securityProfiles hierarchy users quickConnects lambdas \
    lexBots applications prompts modules flows; do
    printf '"%s": "include %s"\n' "$member" "$member"
  done
  say '}'
}

# Includes files, drops what is empty or the default, replaces ids by names, and fixes commas and indents.
write_model() {
  awk -v folder="$EXPORT" -v names="$EXPORT/all-names" -v defaults="$MODEL_DEFAULTS" '
    BEGIN {
      while ((getline line < names) > 0) { split(line, part, "\t"); name[part[2]] = name[part[3]] = part[4] }
      count = split(defaults, part, "|")
      for (i = 1; i <= count; i++) is_default[part[i]] = 1
      spaces = "                    "
    }
    function include(key, file,   line, first) {
      first = key ": "
      while ((getline line < file) > 0) { take(first line); first = "" }
      close(file)
    }
    function take(line,   key) {
      sub(/^ +/, "", line)
      sub(/,$/, "", line)
      if (line ~ /^"[A-Za-z]+": "include /) {
        key = line
        sub(/: .*/, "", key)
        sub(/.*"include /, "", line)
        sub(/"$/, "", line)
        include(key, folder "/" line)
      } else if (tags) {
        if (line == "}") tags = 0
        if (line !~ /^"aws:/) put(line)
      } else if (line !~ /^"_/ && line !~ /^("[A-Za-z]+": )?(null|""|\[\]|\{\})$/ && !(line in is_default)) {
        tags = line == "\"tags\": {"
        put(named(timed(line)))
      }
    }
    function named(line,   value, key) {
      if (line !~ /"[^"]+"$/) return line
      value = line
      sub(/"$/, "", value)
      sub(/.*"/, "", value)
      key = substr(line, 1, length(line) - length(value) - 2)
      return (value in name) && key !~ /[aA]rn": $/ ? key "\"" name[value] "\"" : line
    }
    function timed(line,   part) {
      if (line !~ /^"(from|to)": "[0-9]+:[0-9]+"$/) return line
      split(line, part, /[":]+/)
      return sprintf("\"%s\": \"%02d:%02d\"", part[2], part[4], part[5])
    }
    # A list or an object of which nothing is left goes too. Ids of security profiles were in no order of names, and tags in none.
    function put(line,   at, swap) {
      if (line ~ /^[\]}]/ && size && out[size] ~ /[\[{]$/) { size--; return }
      out[++size] = line
      if (line ~ /^[\]{}]/) sorting = 0
      if (sorting)
        for (at = size; at > sorting && out[at - 1] > out[at]; at--) {
          swap = out[at]
          out[at] = out[at - 1]
          out[at - 1] = swap
        }
      if (line == "\"securityProfiles\": [" || line == "\"tags\": {") sorting = size + 1
    }
    { take($0) }
    END {
      for (i = 1; i <= size; i++) {
        if (out[i] ~ /^[\]}]/) depth--
        printf "%s%s%s\n", substr(spaces, 1, depth * 2), out[i], i < size && out[i] !~ /[\[{]$/ && out[i + 1] !~ /^[\]}]/ ? "," : ""
        if (out[i] ~ /[\[{]$/) depth++
      }
    }'
}
