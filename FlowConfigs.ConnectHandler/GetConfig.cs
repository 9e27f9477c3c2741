using System.Diagnostics;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Resolving;
using FlowConfigs.Core.Storage;
using Microsoft.Extensions.Logging;

namespace FlowConfigs.ConnectHandler;

/// <summary>
/// getConfig: a flow passes an id, and perhaps a language, and gets the config's variables and prompts as one flat map.
/// </summary>
/// <remarks>
/// The id is the parameter <c>id</c>, else the number dialled; the language is the parameter <c>lang</c>, else the contact's.
/// An unknown id is an answer. A store that cannot be read is an error, so that the flow takes its Error branch.
/// </remarks>
internal sealed class GetConfig(ConfigStore store, TimeProvider time, ILogger logger)
{
    // Connect waits 3 s unless the flow says otherwise, and the caller hears silence meanwhile. The client limits each call to the
    // table; this limits the whole, should DynamoDB answer a read in parts.
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(2);

    public async Task<byte[]> AnswerAsync(ConnectEvent connectEvent, CancellationToken cancellationToken)
    {
        var asked = connectEvent.Parameter("id") ?? connectEvent.Contact?.SystemEndpoint?.Address;
        if (!ConfigId.TryParse(asked, out var id, out _) || await ReadAsync(id, cancellationToken) is not { } chain)
        {
            // The id comes from the flow, not from the caller; the dialled number is the centre's own.
            logger.UnknownConfig(asked);
            Activity.Current?.SetTag("flowconfigs.found", false);
            return FlowAnswer.ToJson(FlowAnswer.Unknown);
        }

        var language = connectEvent.Parameter("lang") ?? connectEvent.Contact?.LanguageCode;
        var resolution = Resolver.Resolve(chain, language, Channels.Parse(connectEvent.Contact?.Channel));
        Activity.Current?.SetTag("flowconfigs.found", true);
        Activity.Current?.SetTag("flowconfigs.config.id", resolution.Id.Value);
        Activity.Current?.SetTag("flowconfigs.config.version", resolution.Version);
        Activity.Current?.SetTag("flowconfigs.language", resolution.Language);
        return Checked(resolution, FlowAnswer.ToJson(FlowAnswer.Of(resolution)));
    }

    private async Task<Chain?> ReadAsync(ConfigId id, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(TimeLimit, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        // A parent alone is no answer: the office asked for does not exist, and the flow should know.
        return await store.FindAsync(id, both.Token) is { Count: > 0 } configs ? Chain.Of(configs, time.GetUtcNow()) : null;
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
