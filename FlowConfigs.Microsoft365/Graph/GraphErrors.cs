using System.Text.Json;

namespace FlowConfigs.Microsoft365.Graph;

/// <summary>What Graph's errors mean for this product, each with the step that removes its cause.</summary>
/// <remarks>https://learn.microsoft.com/graph/errors</remarks>
internal static class GraphErrors
{
    private const string Todo = "todo/5-microsoft-365.md";

    public static async Task<Microsoft365Exception> OfAsync(
        HttpResponseMessage response, string mailbox, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (code, status) = (await CodeAsync(response, cancellationToken), (int)response.StatusCode);
        var request = response.Headers.TryGetValues("request-id", out var ids) ? $" Microsoft's request-id is {ids.First()}." : "";
        return new(Sentence(status, code, mailbox) + request)
        {
            Status = status,
            Code = code,
            RetryAfter = RetryAfterOf(response, now),
            NeedsAdministrator = status is 401 or 403 || code is "ErrorInvalidUser" or "ResourceNotFound" or "MailboxNotEnabledForRESTAPI",
        };
    }

    /// <summary>How long an answer asks to wait, in seconds or until a time.</summary>
    public static TimeSpan? RetryAfterOf(HttpResponseMessage response, DateTimeOffset now) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date > now ? date - now : TimeSpan.Zero,
        _ => null,
    };

    private static string Sentence(int status, string code, string mailbox) => (status, code) switch
    {
        (401, _) => "Microsoft Graph refused the access token. Check step 2 of " + Todo + ".",
        (403, "ErrorSendAsDenied") => $"The app can't send mail as another address than {mailbox}. Set M365_MAILBOX to the sender's mailbox.",
        (403, _) => $"The app can't use the mailbox {mailbox}. Run steps 3 and 4 of {Todo}; Exchange takes up to 2 hours to apply them.",
        (404, "ErrorItemNotFound") => "The calendar does not exist in the mailbox. Correct CalendarId in the config, or leave it empty.",
        (404, _) => $"The mailbox {mailbox} does not exist or has no license. Correct M365_MAILBOX (step 1 of {Todo}).",
        (415, _) => "Microsoft Graph did not accept the content type.",
        (429, _) => "Microsoft Graph asks to wait: too many requests.",
        ( >= 500, _) => $"Microsoft Graph has a failure ({status} {code}).",
        _ => $"Microsoft Graph refused the request ({status} {code}).",
    };

    private static async Task<string> CodeAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            var error = await JsonSerializer.DeserializeAsync(
                await response.Content.ReadAsStreamAsync(cancellationToken), GraphJson.Default.GraphError, cancellationToken);
            return error?.Error?.Code ?? "";
        }
        catch (JsonException)
        {
            // Something between here and there has answered.
            return "";
        }
    }
}
