using FlowConfigs.Api.Auth;
using FlowConfigs.Core.Access;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Resolving;
using FlowConfigs.Core.Storage;
using FlowConfigs.Lambda.Telemetry;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowConfigs.Api.Endpoints;

/// <summary>/api/scenarios: prepare scenarios, see what they would change, switch them on and off.</summary>
public static class ScenariosEndpoints
{
    public static void MapScenarios(this IEndpointRouteBuilder routes)
    {
        var scenarios = routes.MapGroup("/scenarios").WithTags("Scenarios").ProducesProblem(StatusCodes.Status400BadRequest);
        scenarios.MapGet("/", List).WithName("ListScenarios").WithSummary("Lists all scenarios by id.").NeedsSignIn();

        var one = scenarios.MapGroup("/{id}").ProducesProblem(StatusCodes.Status404NotFound);
        one.MapGet("/", Get).WithName("GetScenario").WithSummary("Reads a scenario, and whether it is on.")
            .Needs(Right.View, ResourceKind.Scenario);
        one.MapPut("/", Save).WithName("SaveScenario").WithSummary("Creates a scenario, or with If-Match saves its next version.")
            .Needs(Right.EditValues, ResourceKind.Scenario)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status428PreconditionRequired);
        one.MapDelete("/", Delete).WithName("DeleteScenario").WithSummary("Deletes a scenario that is off.")
            .Needs(Right.Delete, ResourceKind.Scenario)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status428PreconditionRequired);
        one.MapGet("/preview", Preview).WithName("PreviewScenario").WithSummary("Shows what switching a scenario on would change.")
            .Needs(Right.View, ResourceKind.Scenario);
        one.MapPost("/on", TurnOn).WithName("TurnScenarioOn").Needs(Right.Activate, ResourceKind.Scenario)
            .WithSummary("Switches a scenario on until an end, in all its configs or in none.")
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge);
        one.MapPost("/off", TurnOff).WithName("TurnScenarioOff").WithSummary("Switches a scenario off.")
            .Needs(Right.Activate, ResourceKind.Scenario)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed);
    }

    private static async Task<Ok<IReadOnlyList<ScenarioSummary>>> List(
        ScenarioStore store, CallerAccess access, TimeProvider time, CancellationToken cancellationToken)
    {
        var scope = await access.ScopeAsync(Right.View, ResourceKind.Scenario, cancellationToken);
        var configs = await access.ScopeAsync(Right.View, ResourceKind.Config, cancellationToken);
        var all = await store.ListAsync(cancellationToken);
        ProductMetrics.ListedScenarios(all.Count(scenario => scenario.Value.RunAt(time.GetUtcNow()) is not null));
        var stored = all
            .Where(scenario => scope.Includes(ConfigId.Parse(scenario.Id)) && Reached(scenario.Value).All(configs.Includes));
        IReadOnlyList<ScenarioSummary> summaries = [.. stored.Select(scenario => ScenarioSummary.Of(scenario, time.GetUtcNow()))];
        return TypedResults.Ok(summaries);
    }

    private static async Task<Results<Ok<ScenarioResponse>, ProblemHttpResult>> Get(
        string id, ScenarioStore store, CallerAccess access, TimeProvider time, HttpResponse response,
        CancellationToken cancellationToken)
    {
        var scenarioId = PathId.Parse(id);
        await RequireAsync(Right.View, scenarioId, store, access, cancellationToken);
        return Answer(scenarioId, await store.GetAsync(scenarioId, cancellationToken), time, response);
    }

    private static async Task<Results<Ok<ScenarioResponse>, Created<ScenarioResponse>>> Save(
        string id, ScenarioBody body, ScenarioStore store, CallerAccess access, TimeProvider time, HttpContext http,
        CancellationToken cancellationToken)
    {
        var (scenarioId, draft) = (PathId.Parse(id), body.ToScenario());
        var version = ETags.IfAny(http.Request) ?? 0;
        var before = (await store.GetAsync(scenarioId, cancellationToken))?.Value;
        if (version == 0 && before is not null)
            throw new MissingIfMatchException();
        await access.RequireAsync(
            ScenarioChange.Needed(before, draft), AccessResource.Of(ResourceKind.Scenario, scenarioId), cancellationToken);
        IEnumerable<ConfigId> changed = before is null ? draft.Values.Keys : [.. draft.Values.Keys, .. Reached(before)];
        await access.RequireConfigsAsync(Right.EditValues, changed, cancellationToken);
        var stored = await store.SaveAsync(scenarioId, version, draft, Editor.Explained(http, body.Comment), cancellationToken);
        var answer = ScenarioResponse.Of(stored, time.GetUtcNow());
        ETags.Tag(http.Response, stored.Version);
        return version == 0 ? TypedResults.Created($"/api/scenarios/{PathId.Format(scenarioId)}", answer) : TypedResults.Ok(answer);
    }

    private static async Task<NoContent> Delete(
        string id, ScenarioStore store, HttpContext http, string? comment, CancellationToken cancellationToken)
    {
        await store.DeleteAsync(PathId.Parse(id), ETags.Required(http.Request), Editor.Explained(http, comment), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<ScenarioPreviewResponse>, ProblemHttpResult>> Preview(
        string id, ScenarioStore store, CallerAccess access, string? language, string? channel, CancellationToken cancellationToken)
    {
        var scenarioId = PathId.Parse(id);
        await RequireAsync(Right.View, scenarioId, store, access, cancellationToken);
        return await store.PreviewAsync(scenarioId, language, Channels.Parse(channel), cancellationToken) is var (stored, preview)
            ? TypedResults.Ok(ScenarioPreviewResponse.Of(stored, preview))
            : ApiProblems.NotFound("scenario", scenarioId);
    }

    private static async Task<Results<Ok<ScenarioResponse>, ProblemHttpResult>> TurnOn(
        string id, ScenarioOnBody body, ScenarioStore store, CallerAccess access, TimeProvider time, HttpContext http,
        CancellationToken cancellationToken)
    {
        var scenarioId = PathId.Parse(id);
        await RequireAsync(Right.EditValues, scenarioId, store, access, cancellationToken);
        var start = body.ToStart(time.GetUtcNow());
        var stored = await store.TurnOnAsync(scenarioId, start, Editor.Explained(http, body.Comment), cancellationToken);
        return Answer(scenarioId, stored, time, http.Response);
    }

    private static async Task<Results<Ok<ScenarioResponse>, ProblemHttpResult>> TurnOff(
        string id, CommentBody? body, ScenarioStore store, CallerAccess access, TimeProvider time, HttpContext http,
        CancellationToken cancellationToken)
    {
        var scenarioId = PathId.Parse(id);
        await RequireAsync(Right.EditValues, scenarioId, store, access, cancellationToken);
        var stored = await store.TurnOffAsync(scenarioId, Editor.Explained(http, body?.Comment), cancellationToken);
        return Answer(scenarioId, stored, time, http.Response);
    }

    // A scenario must not reach further than its user: what it has in other paths is theirs who may change it.
    private static async Task RequireAsync(
        Right right, ConfigId id, ScenarioStore store, CallerAccess access, CancellationToken cancellationToken)
    {
        if ((await store.GetAsync(id, cancellationToken))?.Value is { } scenario)
            await access.RequireConfigsAsync(right, Reached(scenario), cancellationToken);
    }

    private static IEnumerable<ConfigId> Reached(Core.Scenarios.Scenario scenario) =>
        scenario.Values.Keys.Concat(scenario.On?.Configs ?? []);

    private static Results<Ok<ScenarioResponse>, ProblemHttpResult> Answer(
        ConfigId id, Stored<Core.Scenarios.Scenario>? stored, TimeProvider time, HttpResponse response)
    {
        if (stored is null)
            return ApiProblems.NotFound("scenario", id);
        ETags.Tag(response, stored.Version);
        return TypedResults.Ok(ScenarioResponse.Of(stored, time.GetUtcNow()));
    }
}
