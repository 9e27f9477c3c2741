"""moto, a local mock of AWS, with the CloudFormation types of Amazon Connect, which it lacks: each has an ARN and keeps nothing else."""

import sys
import uuid

from moto.core.common_models import CloudFormationModel

from model import Kept

SEGMENTS = {
    "Instance": None,
    "PhoneNumber": None,
    "InstanceStorageConfig": "storage-config",
    "IntegrationAssociation": "integration-association",
    "HoursOfOperation": "operating-hours",
    "Queue": "queue",
    "RoutingProfile": "routing-profile",
    "SecurityProfile": "security-profile",
    "UserHierarchyStructure": "user-hierarchy-structure",
    "UserHierarchyGroup": "agent-group",
    "User": "agent",
    "QuickConnect": "transfer-destination",
    "Prompt": "prompt",
    "ContactFlow": "contact-flow",
    "ContactFlowModule": "flow-module",
}


def arn_of(kind, properties, account, region):
    own = uuid.uuid4()
    if kind == "Instance":
        return f"arn:aws:connect:{region}:{account}:instance/{own}"
    if kind == "PhoneNumber":
        return f"arn:aws:connect:{region}:{account}:phone-number/{own}"
    instance = properties.get("InstanceArn") or properties["InstanceId"]
    # A reference that led nowhere would be no ARN.
    assert instance.startswith("arn:aws:connect:"), f"{kind}: {instance}"
    return f"{instance}/{SEGMENTS[kind]}/{own}"


def model(kind):
    class Model(Kept, CloudFormationModel):
        __module__ = "moto.connect.models"

        @staticmethod
        def cloudformation_type():
            return f"AWS::Connect::{kind}"

        @classmethod
        def create_from_cloudformation_json(cls, resource_name, cloudformation_json, account_id, region_name, **_):
            return cls(arn_of(kind, cloudformation_json["Properties"], account_id, region_name))

    return Model


# moto finds them among the subclasses, which nothing else holds.
MODELS = [model(kind) for kind in SEGMENTS]

from moto.cloudformation.models import ChangeSet  # noqa: E402
from moto.cloudformation.responses import CloudFormationResponse  # noqa: E402
from moto.core.responses import ActionResult  # noqa: E402
from moto.server import main  # noqa: E402

# What of a resource changes, which moto does not say: its properties, or only its metadata and policies.
changes_of = ChangeSet.diff


def diff(self):
    changes = changes_of(self)
    old, new = self.stack.resource_map._resource_json_map, self.template_dict["Resources"]
    for change in changes:
        before, after = (resources.get(change.logical_resource_id, {}) for resources in (old, new))
        change.scope = sorted(
            name for name in before.keys() | after.keys() if change.action == "Modify" and before.get(name) != after.get(name)
        )
    return changes


ChangeSet.diff = diff
CloudFormationResponse.update_termination_protection = lambda self: ActionResult({"StackId": self._get_param("StackName")})
main(["-H", "127.0.0.1", "-p", sys.argv[1]])
