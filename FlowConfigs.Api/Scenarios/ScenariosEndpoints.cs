using FlowConfigs.Api.Access;
using FlowConfigs.Api.Http;
using FlowConfigs.Core;
using FlowConfigs.Core.Access;
using FlowConfigs.Core.Resolving;
using FlowConfigs.Core.Scenarios;
using FlowConfigs.Core.Table;
using FlowConfigs.Lambda.Telemetry;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowConfigs.Api.Scenarios;

/// <summary>/api/scenarios: prepare scenarios, see what they would change, switch them on and off.</summary>
public static class ScenariosEndpoints
{
    public static void MapScenarios(this IEndpointRouteBuilder routes)
    {
        var scenarios = routes.MapGroup("/scenarios").WithTags("Scenarios").ProducesProblem(StatusCodes.Status400BadRequest);
        scenarios.MapGet("/", List).WithName("ListScenarios").WithSummary("Lists all scenarios by id.").NeedsSignIn();
        scenarios.MapPost("/check", Check).WithName("CheckScenario").NeedsSignIn()
            .WithSummary("Checks a scenario before it is saved: problems, and texts that can sound wrong. id is the scenario that it changes.");

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
        one.MapGet("/preview", Preview).WithName("PreviewScenario").WithSummary("Previews the changes of switching a scenario on.")
            .Needs(Right.View, ResourceKind.Scenario);
        one.MapPost("/on", TurnOn).WithName("TurnScenarioOn").Needs(Right.Activate, ResourceKind.Scenario)
            .WithSummary("Switches a scenario on until a given end, in all of its configs or in none.")
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
            .Where(scenario => scope.Includes(ConfigId.Parse(scenario.Id)) && scenario.Value.Reached().All(configs.Includes));
        IReadOnlyList<ScenarioSummary> summaries = [.. stored.Select(scenario => ScenarioSummary.Of(scenario, time.GetUtcNow()))];
        return TypedResults.Ok(summaries);
    }

    private static async Task<Ok<ScenarioCheckResponse>> Check(
        ScenarioBody body, ScenarioCheck check, CallerAccess access, string? id, CancellationToken cancellationToken)
    {
        var (scenarioId, draft) = (PathId.ParseOptional(id, "id"), body.ToScenario());
        if (scenarioId is not null)
            await access.RequireAsync(Right.View, AccessResource.Of(ResourceKind.Scenario, scenarioId), cancellationToken);
        await access.RequireConfigsAsync(Right.View, draft.Values.Keys.Take(ScenarioRules.MaxConfigs), cancellationToken);
        var (problems, warnings) = await check.TryCheckAsync(scenarioId, draft, cancellationToken);
        return TypedResults.Ok(new ScenarioCheckResponse(problems, warnings));
    }

    private static async Task<Results<Ok<ScenarioResponse>, ProblemHttpResult>> Get(
        string id, ScenarioStore store, CallerAccess access, TimeProvider time, HttpResponse response,
        CancellationToken cancellationToken)
    {
        var scenarioId = PathId.Parse(id);
        var stored = await store.GetAsync(scenarioId, cancellationToken);
        await RequireViewAsync(stored, access, cancellationToken);
        return Answer(scenarioId, stored, time, response);
    }

    private static async Task<Results<Ok<ScenarioResponse>, Created<ScenarioResponse>>> Save(
        string id, ScenarioBody body, ScenarioStore store, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var (scenarioId, draft) = (PathId.Parse(id), body.ToScenario());
        var version = ETags.IfAny(http.Request) ?? 0;
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
        if (await store.PreviewAsync(scenarioId, language, Channels.Parse(channel), cancellationToken) is not var (stored, preview))
            return ApiProblems.NotFound("scenario", scenarioId);
        await RequireViewAsync(stored, access, cancellationToken);
        return TypedResults.Ok(ScenarioPreviewResponse.Of(stored, preview));
    }

    private static async Task<Results<Ok<ScenarioResponse>, ProblemHttpResult>> TurnOn(
        string id, ScenarioOnBody body, ScenarioSwitch switches, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var scenarioId = PathId.Parse(id);
        var start = body.ToStart(time.GetUtcNow());
        var stored = await switches.TurnOnAsync(scenarioId, start, Editor.Explained(http, body.Comment), cancellationToken);
        return Answer(scenarioId, stored, time, http.Response);
    }

    private static async Task<Results<Ok<ScenarioResponse>, ProblemHttpResult>> TurnOff(
        string id, CommentBody? body, ScenarioSwitch switches, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var scenarioId = PathId.Parse(id);
        var stored = await switches.TurnOffAsync(scenarioId, Editor.Explained(http, body?.Comment), cancellationToken);
        return Answer(scenarioId, stored, time, http.Response);
    }

    // What a scenario has in other paths is theirs who may see it. Who may change it, its save asks.
    private static Task RequireViewAsync(Stored<Core.Scenarios.Scenario>? stored, CallerAccess access, CancellationToken cancellationToken) =>
        access.RequireConfigsAsync(Right.View, stored?.Value.Reached() ?? [], cancellationToken);

    private static Results<Ok<ScenarioResponse>, ProblemHttpResult> Answer(
        ConfigId id, Stored<Core.Scenarios.Scenario>? stored, TimeProvider time, HttpResponse response)
    {
        if (stored is null)
            return ApiProblems.NotFound("scenario", id);
        ETags.Tag(response, stored.Version);
        return TypedResults.Ok(ScenarioResponse.Of(stored, time.GetUtcNow()));
    }
}
