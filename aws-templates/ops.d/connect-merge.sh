# A deployed template in which a few blocks differ. Publish and the CLI write one member a line, so that awk does it.

# merge_template MODE IDS MODEL: the template in DEPLOYED with other blocks for the ids. MODE is "replace" (by the model's blocks; what the
# model lacks goes), "remove", or "retain" (the resource outlives its removal). Of the parameters those stay that something
# refers to. Into $SCRATCH/broken: who refers to a resource that would not be there, and to which.
#
# CloudFormation gives "?" for each letter outside ASCII (https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/1220).
# So a block that differs from the model's in such letters alone is taken from the model.
merge_template() {
  awk -v mode="$1" -v ids=" $2 " -v broken="$SCRATCH/broken" '
    BEGIN { printf "" >broken }
    /^[{}]/ { next }
    /^  "/ && !/[{\[]$/ { if (from == "deployed") member[++members] = trimmed($0); next }
    /^  "/ {
      section = quoted($0)
      if (from == "deployed") { member[++members] = section; opening[section] = $0 }
      next
    }
    /^  [}\]]/ { if (from == "deployed") closing[section] = trimmed($0); next }
    section != "Resources" && section != "Parameters" { if (from == "deployed") raw[section] = raw[section] $0 "\n"; next }
    /^    "/ { block = quoted($0); text[from, section, block] = $0; list[from, section, ++size[from, section]] = block; next }
    { text[from, section, block] = text[from, section, block] "\n" (/^    }/ ? trimmed($0) : $0) }

    function quoted(line,   part) { split(line, part, "\""); return part[2] }
    function trimmed(line) { sub(/,$/, "", line); return line }
    function ours(id) { return index(ids, " " id " ") > 0 }
    function loose(block) {
      gsub(/\\u[0-9A-Fa-f][0-9A-Fa-f][0-9A-Fa-f][0-9A-Fa-f]/, "?", block)
      gsub(/[^\n -~]/, "?", block)
      gsub(/\?+/, "?", block)
      return block
    }
    # The block as it is deployed, with its letters.
    function kept(section, id,   own, model) {
      own = text["deployed", section, id]
      model = text["model", section, id]
      return loose(own) == loose(model) ? model : own
    }
    # The metadata changes too: CloudFormation has not always counted a deletion policy alone as a change.
    function retained(block) {
      if (block ~ /\n      "DeletionPolicy": /) sub(/\n      "DeletionPolicy": "[A-Za-z]*"/, "\n      \"DeletionPolicy\": \"Retain\"", block)
      else sub(/\n/, "\n      \"DeletionPolicy\": \"Retain\",\n", block)
      if (block !~ /\n      "Metadata": /) sub(/\n/, "\n      \"Metadata\": { \"Forgotten\": \"by ops connect state forget\" },\n", block)
      return block
    }
    function refers(block, id) {
      gsub(/\n +/, "\n", block)
      return index(block, "\"Ref\": \"" id "\"") || index(block, "\n\"" id "\"\n") || index(block, "\n\"" id "\",\n") ||
        index(block, "\"DependsOn\": \"" id "\"") || index(block, "${" id ".") || index(block, "${" id "}")
    }
    function put(id, block) { final[++count] = id; made[id] = block; rest = rest block "\n" }
    function parameter(id, block) { if (index(rest, "\"" id "\"") || index(rest, "${" id "}")) add(block) }
    function add(block) { blocks = blocks (blocks == "" ? "" : ",\n") block }
    function print_member(block) { printf "%s%s", (printed++ ? ",\n" : ""), block }

    END {
      for (i = 1; i <= size["deployed", "Resources"]; i++) {
        id = list["deployed", "Resources", i]
        if (!ours(id)) put(id, kept("Resources", id))
        else if (mode == "retain") put(id, retained(kept("Resources", id)))
        else if (mode == "replace" && ("model", "Resources", id) in text) put(id, text["model", "Resources", id])
      }
      for (i = 1; mode == "replace" && i <= size["model", "Resources"]; i++) {
        id = list["model", "Resources", i]
        if (ours(id) && !(id in made)) put(id, text["model", "Resources", id])
      }
      for (i = 1; i <= members; i++) rest = rest raw[member[i]]
      for (i = 1; i <= size["model", "Parameters"]; i++) {
        id = list["model", "Parameters", i]
        for (target in made) if (mode == "replace" && ours(target) && refers(made[target], id)) renewed[id] = 1
        if (id in renewed) parameter(id, text["model", "Parameters", id])
      }
      for (i = 1; i <= size["deployed", "Parameters"]; i++) {
        id = list["deployed", "Parameters", i]
        if (!(id in renewed)) parameter(id, kept("Parameters", id))
      }
      parameters = blocks == "" ? "" : "  \"Parameters\": {\n" blocks "\n  }"
      printf "{\n"
      for (i = 1; i <= members; i++) {
        if (parameters != "" && member[i] == ("Parameters" in opening ? "Parameters" : "Resources")) print_member(parameters)
        if (member[i] == "Parameters") continue
        blocks = ""
        for (j = 1; member[i] == "Resources" && j <= count; j++) add(made[final[j]])
        if (member[i] == "Resources") blocks = blocks "\n"
        print_member(member[i] in opening ? opening[member[i]] "\n" blocks raw[member[i]] closing[member[i]] : member[i])
      }
      printf "\n}\n"
      check("deployed")
      check("model")
    }
    function check(from,   i, j, id) {
      for (i = 1; i <= size[from, "Resources"]; i++) {
        id = list[from, "Resources", i]
        for (j = 1; !(id in made) && !((from, id) in seen) && j <= count; j++)
          if (refers(made[final[j]], id)) print final[j] "\t" id >broken
        seen["model", id] = 1
      }
    }' from=model "${3:-/dev/null}" from=deployed "$DEPLOYED"
}
