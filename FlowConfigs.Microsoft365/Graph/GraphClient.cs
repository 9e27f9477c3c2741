using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using FlowConfigs.Microsoft365.Calendar;
using FlowConfigs.Microsoft365.SignIn;

namespace FlowConfigs.Microsoft365.Graph;

/// <summary>Reads a mailbox's calendar and sends its mail by Microsoft Graph.</summary>
/// <param name="http">Its time limit holds for each request.</param>
/// <param name="tokens">The app's sign-in.</param>
/// <param name="options">Which mailbox, and where Graph is.</param>
/// <param name="time">The clock.</param>
public sealed class GraphClient(HttpClient http, AccessTokens tokens, Microsoft365Options options, TimeProvider time)
{
    // The largest that Graph gives (https://learn.microsoft.com/graph/api/calendar-list-calendarview).
    private const int PageSize = 1000;
    private const int Attempts = 4;

    private const string Fields = "subject,start,end,isAllDay,showAs,isCancelled,categories,sensitivity,type,responseStatus";

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <summary>For tests: how many events a page has.</summary>
    public int Top { get; init; } = PageSize;

    /// <summary>Reads the events of a calendar that overlap a time, series expanded.</summary>
    /// <param name="calendarId">The calendar; null for the mailbox's own.</param>
    /// <param name="from">The first instant.</param>
    /// <param name="until">The first instant after.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="Microsoft365Exception">Microsoft refuses, or does not answer.</exception>
    public async Task<IReadOnlyList<CalendarEvent>> EventsAsync(
        string? calendarId, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var calendar = calendarId is null ? "" : $"/calendars/{Uri.EscapeDataString(calendarId)}";
        var next = Address(
            $"{calendar}/calendarView?startDateTime={Utc(from)}&endDateTime={Utc(until)}&$top={Top}&$select={Fields}");
        var events = new List<CalendarEvent>();
        while (next is not null)
        {
            using var response = await GetAsync(next, cancellationToken);
            var page = (await JsonSerializer.DeserializeAsync(
                await response.Content.ReadAsStreamAsync(cancellationToken), GraphJson.Default.GraphEvents, cancellationToken))!;
            events.AddRange((page.Value ?? []).Select(Read));
            next = page.NextLink is { } link ? Following(new Uri(link)) : null;
        }

        return events;
    }

    /// <summary>Makes sure that there is a token, before anything is sent.</summary>
    /// <exception cref="Microsoft365Exception">Microsoft refuses the sign-in, or does not answer.</exception>
    public Task SignInAsync(CancellationToken cancellationToken) => tokens.GetAsync(cancellationToken);

    /// <summary>Hands a mail to Exchange, once: the caller decides whether to try again.</summary>
    /// <exception cref="Microsoft365Exception">Microsoft refuses, or does not answer.</exception>
    public async Task SendAsync(GraphMail mail, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(mail.ToGraph(), GraphJson.Default.GraphSendMail);
        using var response = await WithTokenAsync(Request, cancellationToken);
        if (response.StatusCode != HttpStatusCode.Accepted)
            throw await GraphErrors.OfAsync(response, options.Mailbox, time.GetUtcNow(), cancellationToken);

        HttpRequestMessage Request() => new(HttpMethod.Post, Address("/sendMail"))
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } },
        };
    }

    private async Task<HttpResponseMessage> GetAsync(Uri address, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var response = await WithTokenAsync(() => new(HttpMethod.Get, address), cancellationToken);
            if (response.IsSuccessStatusCode)
                return response;
            using (response)
            {
                var error = await GraphErrors.OfAsync(response, options.Mailbox, time.GetUtcNow(), cancellationToken);
                var pause = error.RetryAfter ?? TimeSpan.FromSeconds((1 << (attempt - 1)) * (0.75 + Random.Shared.NextDouble() / 2));
                if (!error.Passes || attempt == Attempts || pause > LongestPause)
                    throw error;
                await Task.Delay(pause, time, cancellationToken);
            }
        }
    }

    // A token can end before its time: the app's rights were changed, or a clock is wrong.
    private async Task<HttpResponseMessage> WithTokenAsync(Func<HttpRequestMessage> make, CancellationToken cancellationToken)
    {
        for (var isSecond = false; ; isSecond = true)
        {
            var token = await tokens.GetAsync(cancellationToken);
            using var request = make();
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            request.Headers.Add("Prefer", "outlook.timezone=\"UTC\"");
            request.Headers.Add("client-request-id", Guid.NewGuid().ToString());
            request.Headers.Add("return-client-request-id", "true");
            var response = await Requests.SendAsync(http, request, "Microsoft Graph", cancellationToken);
            if (response.StatusCode != HttpStatusCode.Unauthorized || isSecond)
                return response;
            response.Dispose();
            tokens.Forget(token);
        }
    }

    private Uri Address(string path) => new(options.GraphUrl, $"/v1.0/users/{Uri.EscapeDataString(options.Mailbox)}{path}");

    // The token goes nowhere else.
    private Uri Following(Uri link) => link.GetLeftPart(UriPartial.Authority) == options.GraphUrl.GetLeftPart(UriPartial.Authority)
        ? link
        : throw new Microsoft365Exception("The next page of the calendar is on another host than Microsoft Graph.") { Status = 400 };

    private static string Utc(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static CalendarEvent Read(GraphEvent e) => new()
    {
        Subject = e.Subject ?? "",
        Start = Time(e.Start),
        End = Time(e.End),
        IsAllDay = e.IsAllDay,
        IsCancelled = e.IsCancelled,
        IsDeclined = e.ResponseStatus?.Response == "declined",
        // Only "normal" is for everyone; a value that Microsoft adds one day is not.
        IsPrivate = e.Sensitivity is not (null or "normal"),
        IsOutOfOffice = e.ShowAs == "oof",
        Categories = e.Categories ?? [],
    };

    private static DateTime Time(GraphTime time) => DateTime.Parse(time.DateTime, CultureInfo.InvariantCulture, DateTimeStyles.None);
}
