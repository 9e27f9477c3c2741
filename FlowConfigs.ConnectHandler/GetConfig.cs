using System.Diagnostics;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Resolving;
using Microsoft.Extensions.Logging;

namespace FlowConfigs.ConnectHandler;

/// <summary>
/// getConfig: a flow passes an id, and perhaps a language, and gets the config's variables and prompts as one flat map.
/// </summary>
/// <remarks>
/// The id is the parameter <c>id</c>, else the number dialled; the language is the parameter <c>lang</c>, else the contact's.
/// An unknown id is an answer. A table that does not answer is one too, from memory, marked as stale; where nothing is
/// remembered it is an error, so that the flow takes its Error branch.
/// </remarks>
internal sealed class GetConfig(ChainReader chains, TimeProvider time, ILogger logger)
{
    public async Task<byte[]> AnswerAsync(ConnectEvent connectEvent, CancellationToken cancellationToken)
    {
        var asked = connectEvent.Parameter("id") ?? connectEvent.Contact?.SystemEndpoint?.Address;
        if (!ConfigId.TryParse(asked, out var id, out _) || await chains.ReadAsync(id, cancellationToken) is not { Configs: [_, ..] } read)
        {
            // The id comes from the flow, not from the caller; the dialled number is the centre's own.
            logger.UnknownConfig(asked);
            Activity.Current?.SetTag("flowconfigs.found", false);
            return FlowAnswer.ToJson(FlowAnswer.Unknown);
        }

        var language = connectEvent.Parameter("lang") ?? connectEvent.Contact?.LanguageCode;
        var chain = Chain.Of(read.Configs, time.GetUtcNow());
        var resolution = Resolver.Resolve(chain, language, Channels.Parse(connectEvent.Contact?.Channel));
        Activity.Current?.SetTag("flowconfigs.found", true);
        Activity.Current?.SetTag("flowconfigs.config.id", resolution.Id.Value);
        Activity.Current?.SetTag("flowconfigs.config.version", resolution.Version);
        Activity.Current?.SetTag("flowconfigs.language", resolution.Language);
        Activity.Current?.SetTag("flowconfigs.stale", read.IsStale);
        return Checked(resolution, FlowAnswer.ToJson(FlowAnswer.Of(resolution, read.IsStale)));
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
