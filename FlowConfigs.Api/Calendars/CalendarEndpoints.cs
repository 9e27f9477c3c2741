using FlowConfigs.Api.Access;
using FlowConfigs.Api.Http;
using FlowConfigs.Core.Access;
using FlowConfigs.Core.Calendars;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace FlowConfigs.Api.Calendars;

/// <summary>/api/office-calendars: what callers hear about the offices, and why.</summary>
public static class CalendarEndpoints
{
    // Which mailbox, and which step of the installation is missing, is for those who install.
    private static readonly IReadOnlyList<string> ForOthers = ["Some calendars could not be read. Tell your administrator."];

    public static void AddCalendars(this WebApplicationBuilder builder)
    {
        builder.AddJson(CalendarJson.Default);
        builder.Services.AddSingleton<CalendarStore>();
        builder.Services.AddOptions<RefreshOptions>()
            .Configure<IConfiguration>((options, configuration) => options.Function = configuration[RefreshOptions.Variable] is { Length: > 0 } name ? name : null)
            .ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<RefreshOptions>, RefreshOptionsValidator>();
        builder.Services.AddAwsClient<RefreshFunction, FunctionOptions>(
            FunctionOptions.Service, options => options.Region, options => options.Address, RefreshFunction.Resilience, "refresh-calendar");
    }

    public static void MapCalendars(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/office-calendars", List).WithTags("Office calendars").WithName("ListOfficeCalendars")
            .NeedsEverywhere(Right.ViewCalendar)
            .WithSummary("Lists the offices' calendars from the table, with the current answer to contact flows.");
        routes.MapPost("/office-calendars/refresh", Refresh).WithTags("Office calendars").WithName("RefreshOfficeCalendars")
            .NeedsEverywhere(Right.ViewCalendar)
            .WithSummary("Reads the offices' calendars from Microsoft 365 now, and answers when all are read.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<Ok<RefreshResponse>> Refresh(
        RefreshFunction function, CallerAccess access, CancellationToken cancellationToken)
    {
        var outcome = await function.RefreshAsync(cancellationToken);
        return TypedResults.Ok(outcome.Problems is [] || await access.MayAsync(Right.Manage, AccessResource.Root, cancellationToken)
            ? outcome
            : outcome with { Problems = ForOthers });
    }

    private static async Task<Ok<CalendarsResponse>> List(CalendarStore store, TimeProvider time, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var calendars = await store.AllAsync(cancellationToken);
        return TypedResults.Ok(new CalendarsResponse([.. calendars.Select(calendar => CalendarResponse.Of(calendar, now))]));
    }
}
