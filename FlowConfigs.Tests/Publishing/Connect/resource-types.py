"""Prints resource-types.json: of AWS's schemas, which cfn-lint has, what an author of a model writes. One member a line."""

import json

from cfnlint.schema.manager import PROVIDER_SCHEMA_MANAGER

TYPES = [
    "AgentStatus", "ApprovedOrigin", "ContactFlowModuleAlias", "ContactFlowModuleVersion", "ContactFlowVersion", "DataTable",
    "DataTableAttribute", "DataTableRecord", "EmailAddress", "EvaluationForm", "Notification", "PredefinedAttribute", "Rule", "SecurityKey",
    "TaskTemplate", "TrafficDistributionGroup", "View", "ViewVersion", "Workspace",
]

# Publish writes these itself, of the model's name, tags and instance.
OWN = {"InstanceArn", "InstanceId", "Tags"}
LEFT_OUT = {"insertionOrder", "format", "default", "sourceUrl"}


def clean(node, of, named=False):
    if isinstance(node, list):
        return [clean(entry, of) for entry in node]
    if not isinstance(node, dict):
        return node
    kept = {key: clean(value, of, not named and key in ("properties", "patternProperties")) for key, value in node.items()
            if named or key not in LEFT_OUT}
    if not named and "$ref" in kept:
        kept["$ref"] = kept["$ref"].replace("#/definitions/", f"#/$defs/{of}.")
    return kept


def last(pointers):
    return [pointer.split("/")[2] for pointer in pointers or []]


def used(node):
    if isinstance(node, dict):
        own = {node["$ref"].split(".")[-1]} if isinstance(node.get("$ref"), str) else set()
        return own.union(*[used(value) for value in node.values()])
    return set().union(*[used(entry) for entry in node]) if isinstance(node, list) else set()


def entry(name):
    schema = PROVIDER_SCHEMA_MANAGER.get_resource_schema("us-east-1", f"AWS::Connect::{name}").schema
    read_only = last(schema.get("readOnlyProperties"))
    all_properties = schema["properties"]
    definitions = {key: clean(value, name) for key, value in schema.get("definitions", {}).items()}
    called = next((key for key in ("Name", "Title") if key in all_properties), None)
    own = OWN | {called}
    properties = {key: clean(value, name) for key, value in all_properties.items() if key not in own and key not in read_only}
    form = clean(all_properties[called], name) if called else None
    reached = used([properties, form])
    while (more := reached.union(*[used(definitions[key]) for key in reached])) != reached:
        reached = more
    identifiers = [key for key in last(schema["primaryIdentifier"]) if key in read_only]
    return {
        "instance": next((key for key in ("InstanceArn", "InstanceId") if key in all_properties), None),
        "name": called,
        "form": form,
        "identifier": identifiers[0] if identifiers else None,
        "tags": "Tags" in all_properties,
        "required": [key for key in schema.get("required", []) if key not in own],
        "properties": properties,
        "definitions": {key: definitions[key] for key in sorted(reached)},
    }


def text(value):
    return json.dumps(value, ensure_ascii=False)


def block(members, indent):
    if not members:
        return "{}"
    lines = ",\n".join(f"{indent}  {text(key)}: {text(value)}" for key, value in members.items())
    return f"{{\n{lines}\n{indent}}}"


blocks = []
for name in TYPES:
    members = entry(name)
    lines = [f"    {text(key)}: {block(value, '    ') if key in ('properties', '$defs') else text(value)}" for key, value in members.items()]
    blocks.append(f"  {text(name)}: {{\n" + ",\n".join(lines) + "\n  }")
print("{\n" + ",\n".join(blocks) + "\n}")
