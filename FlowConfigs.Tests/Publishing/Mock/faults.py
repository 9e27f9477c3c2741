"""Faults: the mock refuses the next change of each kind that it is told."""

import io
import json

from werkzeug.wrappers import Response

# Kinds of change that are still to be refused, such as DeleteStack.
WANTED = set()


def action_of(request):
    if "X-Amz-Target" in request.headers:
        return request.headers["X-Amz-Target"].split(".")[-1]
    if request.content_type and request.content_type.startswith("application/x-www-form-urlencoded"):
        body = request.get_data()
        # The one who answers reads it too.
        request.environ["wsgi.input"] = io.BytesIO(body)
        return dict(pair.split("=", 1) for pair in body.decode().split("&")).get("Action", "")
    if "delete" in request.args:
        return "DeleteObjects"
    return "DeleteBucket" if request.method == "DELETE" else ""


def refusal(request):
    """An answer that refuses a change; nothing where it is to be done."""
    action = action_of(request) if WANTED else ""
    if action not in WANTED:
        return None
    WANTED.remove(action)
    if "X-Amz-Target" in request.headers:
        return Response(json.dumps({"__type": "AccessDeniedException", "message": f"The mock refuses {action} once"}), 400)
    error = f"<Error><Code>AccessDenied</Code><Message>The mock refuses {action} once</Message></Error>"
    is_query = action not in ("DeleteObjects", "DeleteBucket")
    return Response(f"<ErrorResponse>{error}</ErrorResponse>" if is_query else error, 403, content_type="text/xml")
