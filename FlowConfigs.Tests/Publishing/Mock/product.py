"""moto, a local mock of AWS, with what Flow Configs' own stacks need and moto lacks. Argument: the port to listen on.
GET /mock/resources answers with everything that stacks hold, with its resolved properties; POST /mock/faults?refuse=DeleteStack lets
the next change of that kind fail."""

import json
import sys

import asked  # noqa: F401
import faults
import kept  # noqa: F401
import permissions
import stacks
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from moto.resourcegroupstaggingapi.models import ResourceGroupsTaggingAPIBackend
from werkzeug.serving import run_simple
from werkzeug.wrappers import Request, Response

# Lambda's usual quota, which ops check asks for and moto does not know.
ACCOUNT_SETTINGS = {"AccountLimit": {"ConcurrentExecutions": 1000, "UnreservedConcurrentExecutions": 1000}}


def resources():
    return [
        {"Region": region, "Stack": stack, "Name": name, **resource}
        for (region, stack), found in stacks.RESOLVED.items() for name, resource in found.items()]


def region_of(request):
    scope = request.headers.get("Authorization", "").partition("Credential=")[2].split("/")
    return scope[2] if len(scope) > 2 else ""


moto = DomainDispatcherApplication(create_backend_app)
moto.debug = True


@Request.application
def mock(request):
    refusal = faults.refusal(request)
    if refusal is not None:
        return refusal
    if request.path == "/mock/faults":
        faults.WANTED.add(request.args["refuse"])
        return Response()
    if request.path == "/mock/resources":
        return Response(json.dumps(resources()), content_type="application/json")
    if request.path.rstrip("/").endswith("/account-settings"):
        return Response(json.dumps(ACCOUNT_SETTINGS), content_type="application/json")
    if request.headers.get("X-Amz-Target", "").startswith("VerifiedPermissions."):
        return permissions.respond(request, region_of(request))
    return moto


def tagged(self, *arguments, **named):
    # moto calls this type by another name than AWS does.
    filters = named.get("resource_type_filters") or []
    named["resource_type_filters"] = ["logs:loggroup" if one == "logs:log-group" else one for one in filters]
    token, found = by_tags(self, *arguments, **named)
    # It names those of its own Region alone; moto names the buckets of all.
    others = {bucket.arn for bucket in self.s3_backend.buckets.values() if bucket.region_name != self.region_name}
    return token, [one for one in found if one["ResourceARN"] not in others]


by_tags, ResourceGroupsTaggingAPIBackend.get_resources = ResourceGroupsTaggingAPIBackend.get_resources, tagged

if __name__ == "__main__":
    run_simple("127.0.0.1", int(sys.argv[1]), mock, threaded=True)
