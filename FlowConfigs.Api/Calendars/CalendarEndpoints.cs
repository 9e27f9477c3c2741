using FlowConfigs.Api.Access;
using FlowConfigs.Core.Access;
using FlowConfigs.Core.Calendars;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowConfigs.Api.Calendars;

/// <summary>/api/office-calendars: what callers hear about the offices, and why.</summary>
public static class CalendarEndpoints
{
    public static void AddCalendars(this WebApplicationBuilder builder) => builder.Services.AddSingleton<CalendarStore>();

    public static void MapCalendars(this IEndpointRouteBuilder routes) => routes.MapGet("/office-calendars", List)
        .WithTags("Office calendars").WithName("ListOfficeCalendars").NeedsEverywhere(Right.ViewCalendar)
        .WithSummary("Lists the offices' calendars as they are in the table, with what flows get now.");

    private static async Task<Ok<CalendarsResponse>> List(CalendarStore store, TimeProvider time, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var calendars = await store.AllAsync(cancellationToken);
        return TypedResults.Ok(new CalendarsResponse([.. calendars.Select(calendar => CalendarResponse.Of(calendar, now))]));
    }
}
