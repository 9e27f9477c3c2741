using Amazon.DynamoDBv2.Model;
using FlowConfigs.Api.Phones;
using FlowConfigs.Core;
using FlowConfigs.Core.Access;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Lists;
using FlowConfigs.Core.Table;
using FlowConfigs.Lambda.Telemetry;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace FlowConfigs.Api.Http;

/// <summary>Every refusal and fault as application/problem+json (RFC 9457), in one place; never a stack trace.</summary>
internal sealed class ApiProblems(IProblemDetailsService problems, ILogger<ApiProblems> logger) : IExceptionHandler
{
    public static ProblemHttpResult NotFound(ConfigId id) => TypedResults.Problem(
        $"There is no config {id}.", statusCode: StatusCodes.Status404NotFound);

    public static ProblemHttpResult NotFound(string kind, ConfigId id) => TypedResults.Problem(
        $"There is no {kind} {id}.", statusCode: StatusCodes.Status404NotFound);

    public static ProblemHttpResult NotFound(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status404NotFound);

    public async ValueTask<bool> TryHandleAsync(HttpContext http, Exception exception, CancellationToken cancellationToken)
    {
        // The client has gone: it does not read the answer, and nothing is wrong.
        if (exception is OperationCanceledException && http.RequestAborted.IsCancellationRequested)
            return true;

        var problem = Of(exception, http.Request.Method);
        if (problem.Status >= StatusCodes.Status500InternalServerError)
            logger.RequestFailed(exception);
        // https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3
        if (problem.Status == StatusCodes.Status503ServiceUnavailable)
            http.Response.Headers.RetryAfter = "1";
        if (problem.Status == StatusCodes.Status412PreconditionFailed)
            ProductMetrics.Conflicted();
        http.Response.StatusCode = problem.Status!.Value;
        return await problems.TryWriteAsync(new() { HttpContext = http, ProblemDetails = problem });
    }

    private static ProblemDetails Of(Exception exception, string method) => exception switch
    {
        AccessDeniedException e => Problem(StatusCodes.Status403Forbidden, e.Message),
        AccessUnavailableException => AccessUnavailable,
        UnavailableException e => Problem(StatusCodes.Status503ServiceUnavailable, e.Message),
        InvalidConfigException e => Invalid(e.Problems),
        UnknownColumnsException e => Columns(e),
        NumberWithoutPlusException e => WithoutPlus(e),
        BadHttpRequestException e when RequestProblem.Of(e) is { } problem => Invalid([problem]),
        BadHttpRequestException e => Problem(e.StatusCode, e.Message),
        NotFoundException e => Problem(StatusCodes.Status404NotFound, e.Message),
        MissingIfMatchException e => Problem(StatusCodes.Status428PreconditionRequired, e.Message),
        VersionConflictException { Current: null } e => Problem(StatusCodes.Status404NotFound, e.Message),
        VersionConflictException { Exists: true } e => Problem(StatusCodes.Status409Conflict, $"{e.Id} exists already."),
        VersionConflictException e => Conflict(e, e.Current!),
        ConfigsChangedException e => Conflict(e),
        DocumentConflictException { CurrentVersion: null } e => Problem(StatusCodes.Status404NotFound, e.Message),
        DocumentConflictException { Exists: true } e when method == HttpMethods.Post =>
            Problem(StatusCodes.Status409Conflict, $"The {e.Kind} {e.Id} exists already."),
        // A client that sends a PUT without If-Match takes the thing for new.
        DocumentConflictException { Exists: true } => Problem(StatusCodes.Status428PreconditionRequired, new MissingIfMatchException().Message),
        DocumentConflictException e => Conflict(e),
        ListHasEntriesException or ListIsBeingDeletedException => Problem(StatusCodes.Status409Conflict, exception.Message),
        BlockedOperationException e => Problem(StatusCodes.Status409Conflict, e.Message),
        TableBusyException e => Problem(StatusCodes.Status503ServiceUnavailable, e.Message),
        ConfigTooLargeException e => Problem(StatusCodes.Status413PayloadTooLarge, e.Message),
        Amazon.Runtime.AmazonClientException or HttpRequestException or TimeoutException or InternalServerErrorException
            or ProvisionedThroughputExceededException or RequestLimitExceededException or ThrottlingException => TableUnavailable,
        _ => Problem(StatusCodes.Status500InternalServerError, "Something went wrong. The log explains the error under this trace id."),
    };

    private static ProblemDetails TableUnavailable => Problem(
        StatusCodes.Status503ServiceUnavailable,
        "The table can't be reached right now. Try again: a save that was written after all is not written twice.");

    private static ProblemDetails AccessUnavailable => Problem(
        StatusCodes.Status503ServiceUnavailable,
        "Permissions can't be checked right now, so nothing was changed. Try again.");

    private static ProblemDetails Problem(int status, string detail) => new() { Status = status, Detail = detail };

    private static ProblemDetails Invalid(IReadOnlyList<Problem> problems) =>
        new()
        {
            Status = StatusCodes.Status400BadRequest,
            Detail = problems is [var only] ? $"{only.Path}: {only.Message}" : $"{problems.Count} fields need a fix.",
            Extensions = { ["errors"] = problems.GroupBy(p => p.Path).ToDictionary(p => p.Key, p => p.Select(x => x.Message).ToArray()) },
        };

    // The screen asks what the columns are.
    private static ProblemDetails Columns(UnknownColumnsException e) => With(Invalid([new("columns", e.Message)]), "columns", e.Columns);

    private static ProblemDetails WithoutPlus(NumberWithoutPlusException e) => With(Invalid([new("id", e.Message)]), "suggestion", e.Number);

    private static ProblemDetails With(ProblemDetails problem, string name, object value)
    {
        problem.Extensions[name] = value;
        return problem;
    }

    private static ProblemDetails Conflict(DocumentConflictException e) => new()
    {
        Status = StatusCodes.Status412PreconditionFailed,
        Detail = $"Someone else saved first: {e.Message}",
        Extensions = { ["currentVersion"] = e.CurrentVersion },
    };

    private static ProblemDetails Conflict(VersionConflictException e, Config current) => new()
    {
        Status = StatusCodes.Status412PreconditionFailed,
        Detail = $"Someone else saved first: {e.Message}",
        Extensions = { ["currentVersion"] = current.Version, ["current"] = current, ["differences"] = e.Differences },
    };

    private static ProblemDetails Conflict(ConfigsChangedException e) => new()
    {
        Status = StatusCodes.Status412PreconditionFailed,
        Detail = $"Someone else saved first, so nothing was changed: {e.Message}",
        Extensions = { ["currentVersions"] = e.Current.ToDictionary(config => config.Key.Value, config => config.Value) },
    };
}

internal static class ApiProblemsSetUp
{
    public static void AddApiProblems(this WebApplicationBuilder builder)
    {
        // In production as in development: a request that cannot be bound reaches ApiProblems with its reason.
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        // Before the framework's own, which it then calls.
        builder.Services.AddSingleton<IProblemDetailsWriter, ProblemWriter>();
        builder.Services.AddProblemDetails();
        builder.Services.AddExceptionHandler<ApiProblems>();
    }

    public static void UseApiProblems(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
    }
}
