using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FlowConfigs.LocalHosting.Dashboard;

/// <summary>Runs a resource's commands. A command that fails is still an answer: 200 with <c>success: false</c>.</summary>
internal static class CommandEndpoints
{
    public static void MapCommands(this IEndpointRouteBuilder app, IResourceBoard board) =>
        app.MapPost(
            "/api/resources/{name}/commands/{command}",
            (string name, string command, IHostApplicationLifetime lifetime, ILoggerFactory loggers) =>
                ExecuteAsync(board, name, command, lifetime, loggers.CreateLogger<DashboardServer>()));

    private static async Task<IResult> ExecuteAsync(
        IResourceBoard board, string name, string command, IHostApplicationLifetime lifetime, ILogger logger)
    {
        if (board.Find(name) is not { } resource)
            return Problems.NoResource(name, board);
        if (resource.Commands.FirstOrDefault(offered => offered.Name == command) is not { } known)
            return NoCommand(resource, command);
        if (!known.Enabled)
            return Problems.Conflict($"'{known.DisplayName}' is not possible while {name} is {resource.State}.");

        try
        {
            // Not the request's token: a page that is closed must not leave a restart half done.
            var result = await board.ExecuteAsync(name, command, lifetime.ApplicationStopping);
            return Results.Json(new SecretMask(board.Resources).Apply(result), DashboardJson.Readable.ExecuteCommandResult);
        }
        catch (KeyNotFoundException)
        {
            return NoCommand(resource, command);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            logger.CommandFailed(exception, command, name);
            return Problems.Failed(new SecretMask(board.Resources).Apply($"'{known.DisplayName}' on {name} failed: {exception.Message}"));
        }
    }

    private static ProblemHttpResult NoCommand(ResourceView resource, string command)
    {
        var known = string.Join(", ", resource.Commands.Select(known => known.Name));
        return Problems.NotFound($"{resource.Name} has no command '{command}'. It has {(known == "" ? "none" : known)}.");
    }
}
