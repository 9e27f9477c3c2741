"""Policy stores of Verified Permissions, which moto lacks: those that stacks make, and the calls that ops makes about them."""

import json
import uuid

from moto.core.common_models import CloudFormationModel
from werkzeug.wrappers import Response

from kept import Kept

# By Region and id.
STORES = {}


class PolicyStore(Kept, CloudFormationModel):
    __module__ = "moto.core.models"

    @staticmethod
    def cloudformation_type():
        return "AWS::VerifiedPermissions::PolicyStore"

    def get_cfn_attribute(self, name):
        return {"PolicyStoreId": self.physical_resource_id, "Arn": self.arn}[name]

    @classmethod
    def create_from_cloudformation_json(cls, resource_name, cloudformation_json, account_id, region_name, **_):
        own = uuid.uuid4().hex[:22]
        made = cls(own)
        made.arn = f"arn:aws:verifiedpermissions::{account_id}:policy-store/{own}"
        STORES[region_name, own] = {
            "policyStoreId": own, "arn": made.arn, "createdDate": "2026-01-01T00:00:00Z", "lastUpdatedDate": "2026-01-01T00:00:00Z"}
        return cls.changed(made, cloudformation_json["Properties"], region_name)

    @classmethod
    def update_from_cloudformation_json(cls, original_resource, new_resource_name, cloudformation_json, account_id, region_name):
        return cls.changed(original_resource, cloudformation_json["Properties"], region_name)

    @staticmethod
    def changed(made, properties, region):
        STORES[region, made.physical_resource_id] |= {
            "description": properties["Description"], "validationSettings": {"mode": properties["ValidationSettings"]["Mode"]},
            "deletionProtection": properties["DeletionProtection"]["Mode"]}
        return made


def answer(region, action, asked):
    """What the service says: a status, and its JSON."""
    if action == "ListPolicyStores":
        return 200, {"policyStores": [store for (where, _), store in STORES.items() if where == region]}
    store = STORES.get((region, asked["policyStoreId"]))
    if action == "DeletePolicyStore":
        # It says nothing where there is no such store:
        # https://docs.aws.amazon.com/verifiedpermissions/latest/apireference/API_DeletePolicyStore.html
        if store and store["deletionProtection"] == "ENABLED":
            return 400, {"__type": "InvalidStateException", "message": "Deletion protection is enabled."}
        STORES.pop((region, asked["policyStoreId"]), None)
        return 200, {}
    if store is None:
        return 400, {"__type": "ResourceNotFoundException", "message": asked["policyStoreId"]}
    if action == "UpdatePolicyStore":
        store |= {name: asked[name] for name in ("validationSettings", "deletionProtection") if name in asked}
    return 200, store


def respond(request, region):
    status, body = answer(region, request.headers["X-Amz-Target"].split(".")[1], json.loads(request.get_data()))
    return Response(json.dumps(body), status, content_type="application/x-amz-json-1.0")
