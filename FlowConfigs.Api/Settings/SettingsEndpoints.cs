using FlowConfigs.Api.Access;
using FlowConfigs.Api.Http;
using FlowConfigs.Core.Access;
using FlowConfigs.Core.Settings;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowConfigs.Api.Settings;

/// <summary>/api/settings: the settings that an admin makes for all users.</summary>
public static class SettingsEndpoints
{
    public static void MapSettings(this IEndpointRouteBuilder routes)
    {
        var settings = routes.MapGroup("/settings").WithTags("Settings");
        settings.MapGet("/", Get).WithName("GetSettings")
            .WithSummary("Reads the settings. Until they are first saved, these are the defaults, with version 0.").NeedsSignIn();
        settings.MapPut("/", Save).WithName("SaveSettings").WithSummary("Saves all settings as their next version.")
            .NeedsEverywhere(Right.Manage)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status428PreconditionRequired);
    }

    private static async Task<Ok<SettingsResponse>> Get(SettingsStore store, HttpResponse response, CancellationToken cancellationToken) =>
        TypedResults.Ok(SettingsResponse.Of(await store.GetStoredAsync(cancellationToken)).Tagged(response));

    private static async Task<Ok<SettingsResponse>> Save(
        SettingsBody body, SettingsStore store, HttpContext http, CancellationToken cancellationToken)
    {
        var version = ETags.Required(http.Request, least: 0);
        var saved = await store.SaveAsync(body.ToSettings(), version, Editor.Explained(http, body.Comment), cancellationToken);
        return TypedResults.Ok(SettingsResponse.Of(saved).Tagged(http.Response));
    }
}
