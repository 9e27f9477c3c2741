using System.Diagnostics;
using FlowConfigs.Core;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Resolving;
using FlowConfigs.Lambda.Telemetry;
using Microsoft.Extensions.Logging;

namespace FlowConfigs.ConnectHandler;

/// <summary>
/// getConfig: a flow passes an id, and perhaps a language, and gets the config's variables and prompts as one flat map.
/// </summary>
/// <remarks>
/// The id is the parameter <c>id</c>, else the number dialled; the language is the parameter <c>lang</c>, else the contact's. Who is not
/// a flow sends <c>{ "id", "lang", "channel" }</c>; what Connect says comes first.
/// An unknown id is an answer. A table that does not answer is one too, from memory, marked as stale; where nothing is
/// remembered it is an error, so that the flow takes its Error branch.
/// </remarks>
internal sealed class GetConfig(ChainReader chains, TimeProvider time, ILogger logger)
{
    private const string Example = """{ "id": "BasicQueue", "lang": "en-US", "channel": "VOICE" }""";

    public async Task<byte[]> AnswerAsync(ConnectEvent connectEvent, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        try
        {
            var (outcome, answer) = await ResolveAsync(connectEvent, cancellationToken);
            ProductMetrics.Resolved(outcome, time.GetElapsedTime(start), answer.Length);
            return answer;
        }
        catch (Exception)
        {
            ProductMetrics.Resolved(ResolveOutcome.Failed, time.GetElapsedTime(start), bytes: 0);
            throw;
        }
    }

    private async Task<(ResolveOutcome Outcome, byte[] Answer)> ResolveAsync(ConnectEvent connectEvent, CancellationToken cancellationToken)
    {
        var asked = connectEvent.Parameter("id") ?? connectEvent.Contact?.SystemEndpoint?.Address ?? connectEvent.Direct("id");
        if (asked is null && !connectEvent.IsConnects)
            throw new UnexpectedEventException(Example);
        var channel = Channels.Parse(connectEvent.Contact?.Channel ?? connectEvent.Direct("channel"));
        if (!ConfigId.TryParse(asked, out var id, out _) || await chains.ReadAsync(id, cancellationToken) is not { Configs: [_, ..] } read)
        {
            logger.UnknownConfig(TelemetryId.Of(asked));
            ResolveTags.Unknown(Activity.Current, asked, channel);
            return (ResolveOutcome.Unknown, FlowAnswer.ToJson(FlowAnswer.Unknown));
        }

        var language = connectEvent.Parameter("lang") ?? connectEvent.Contact?.LanguageCode ?? connectEvent.Direct("lang");
        var resolution = Resolver.Resolve(Chain.Of(read.Configs, time.GetUtcNow()), language, channel);
        var answer = Checked(resolution, FlowAnswer.ToJson(FlowAnswer.Of(resolution, read.IsStale)));
        ResolveTags.Found(Activity.Current, resolution, channel, read.IsStale, answer.Length);
        return (read.IsStale ? ResolveOutcome.Stale : ResolveOutcome.Found, answer);
    }

    private static byte[] Checked(Resolution resolution, byte[] answer)
    {
        if (answer.Length < FlowAnswer.MaxBytes)
            return answer;
        throw new InvalidOperationException(
            $"The answer for {resolution.Id} has {answer.Length} bytes; Connect takes fewer than {FlowAnswer.MaxBytes}. " +
            $"Largest: {string.Join(", ", resolution.LargestKeys)}.");
    }
}
