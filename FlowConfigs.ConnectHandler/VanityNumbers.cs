using System.Diagnostics;
using System.Globalization;
using FlowConfigs.Core.Calls;
using FlowConfigs.Core.Resolving;
using FlowConfigs.Lambda;
using FlowConfigs.Vanity;
using Microsoft.Extensions.Logging;

namespace FlowConfigs.ConnectHandler;

/// <summary>
/// vanityNumbers: a flow gets the three best ways to write the caller's number with words, for the screen and to be spoken; the best
/// five are kept with the call.
/// </summary>
/// <remarks>
/// For a caller whose number has no words in it, or who withholds the number, the flow gets an answer too: <c>_found</c> is "false", and
/// the other keys are empty. A call that could not be kept is reported, and the caller still hears the numbers. If the function cannot
/// find out which words are blocked, the answer is an error, so that the flow takes its Error branch.
/// </remarks>
internal sealed class VanityNumbers(VanitySearch search, VanityRules rules, CallStore calls, TimeProvider time, ILogger logger)
{
    private const string Example = """{ "Details": { "ContactData": { "CustomerEndpoint": { "Address": "+15551230000" } } } }""";
    private const int Kept = 5;
    private const int Told = 3;

    // The rules are read once a minute; both limits together are within the 3 s that Connect waits.
    private static readonly TimeSpan LimitOfKeeping = TimeLimits.Of(TimeSpan.FromMilliseconds(900));

    public async Task<byte[]> AnswerAsync(ConnectEvent connectEvent, CancellationToken cancellationToken)
    {
        if (!connectEvent.IsConnects)
            throw new UnexpectedEventException(Example);
        var number = CallerNumber.Parse(connectEvent.Contact?.Caller);
        var (blocked, keepFor) = await TableLimit.RunAsync(rules.ReadAsync, TableLimit.Default, time, cancellationToken);
        var found = number is null ? [] : search.Best(number, blocked, Kept);
        // The number is the caller's, and stays out of the telemetry; so do the words, which dial it.
        Activity.Current?.SetTag("flowconfigs.found", found.Count > 0);
        await KeepAsync(connectEvent.Contact, number, found, keepFor, cancellationToken);
        return FlowAnswer.ToJson(Answer([.. found.Take(Told)]));
    }

    // Connect expects the same keys each time: a flow that reads one that is not there has nothing to say.
    private static Dictionary<string, string> Answer(VanityNumber[] told)
    {
        var answer = new Dictionary<string, string> { [FlowAnswer.Found] = told.Length > 0 ? "true" : "false" };
        for (var i = 0; i < Told; i++)
            answer[$"Vanity{(i + 1).ToString(CultureInfo.InvariantCulture)}"] = i < told.Length ? told[i].Text : "";
        answer["VanitySpoken"] = Spoken.Of(told);
        return answer;
    }

    private async Task KeepAsync(
        Contact? contact, CallerNumber? number, IReadOnlyList<VanityNumber> found, TimeSpan keepFor, CancellationToken cancellationToken)
    {
        if (contact is not { ContactId: { Length: > 0 and <= Call.MaxContactId } id } || Channels.Parse(contact.Channel) != Channel.Voice)
            return;
        var now = time.GetUtcNow();
        var call = new Call
        {
            ContactId = id,
            At = now,
            Expires = now + keepFor,
            Number = number?.E164,
            Vanity = [.. found.Select(vanity => vanity.Text)],
        };
        try
        {
            await TableLimit.RunAsync(stop => calls.KeepAsync(call, stop), LimitOfKeeping, time, cancellationToken);
        }
        catch (Exception error)
        {
            logger.CallNotKept(id, $"{error.GetType().Name}, {error.Message}");
        }
    }
}
