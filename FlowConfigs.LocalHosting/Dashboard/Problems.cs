using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;

namespace FlowConfigs.LocalHosting.Dashboard;

/// <summary>Every refusal of the dashboard, as a ProblemDetails body (RFC 9457) with one sentence that names the thing.</summary>
internal static class Problems
{
    public static ProblemHttpResult BadRequest(string detail) => Problem(StatusCodes.Status400BadRequest, "Bad request", detail);

    public static ProblemHttpResult Forbidden(string detail) => Problem(StatusCodes.Status403Forbidden, "Forbidden", detail);

    public static ProblemHttpResult NotFound(string detail) => Problem(StatusCodes.Status404NotFound, "Not found", detail);

    public static ProblemHttpResult Conflict(string detail) => Problem(StatusCodes.Status409Conflict, "Not possible now", detail);

    public static ProblemHttpResult Failed(string detail) => Problem(StatusCodes.Status500InternalServerError, "That failed", detail);

    public static ProblemHttpResult NoResource(string name, IResourceBoard board) =>
        NotFound($"There is no resource '{name}'. There are: {string.Join(", ", board.Resources.Select(resource => resource.Name))}.");

    /// <summary>A problem of the whole system; the names of the resources at fault are in the extension <c>resources</c>.</summary>
    public static ProblemHttpResult Unhealthy(int status, string title, IReadOnlyCollection<ResourceView> resources) =>
        TypedResults.Problem(
            statusCode: status,
            title: title,
            detail: string.Join("; ", resources.Select(Readiness.Describe)) + ".",
            extensions: new Dictionary<string, object?> { ["resources"] = resources.Select(resource => resource.Name).ToArray() });

    /// <summary>A refusal with any status; its title is the status' own.</summary>
    public static ProblemHttpResult Refused(int status, string detail) =>
        Problem(status, ReasonPhrases.GetReasonPhrase(status), detail);

    private static ProblemHttpResult Problem(int status, string title, string detail) =>
        TypedResults.Problem(statusCode: status, title: title, detail: detail);
}
