using System.Diagnostics;
using FlowConfigs.Core;
using FlowConfigs.Core.Lists;
using FlowConfigs.Core.Phones;
using FlowConfigs.Core.Resolving;
using FlowConfigs.Lambda.Telemetry;
using Microsoft.Extensions.Logging;

namespace FlowConfigs.ConnectHandler;

/// <summary>
/// isListed: a flow passes a list, and perhaps a key, and gets <c>_found</c>, whether there is such a list, and <c>Listed</c>,
/// whether the key is on it. Nothing else about an entry leaves.
/// </summary>
/// <remarks>
/// The list is the parameter <c>list</c>; the key is the parameter <c>key</c>, else the caller's number. Who is not a flow sends
/// <c>{ "list", "key" }</c>; what Connect says comes first. An unknown list, an
/// anonymous caller and a chat without a number are answers. A store that cannot be read is an error, so that the flow takes its
/// Error branch.
/// </remarks>
internal sealed class IsListed(ListStore store, TimeProvider time, ILogger logger)
{
    private const string Example = """{ "list": "BlockedCallers", "key": "+15551230000" }""";

    public async Task<byte[]> AnswerAsync(ConnectEvent connectEvent, CancellationToken cancellationToken)
    {
        var asked = connectEvent.Parameter("list") ?? connectEvent.Direct("list");
        if (asked is null && !connectEvent.IsConnects)
            throw new UnexpectedEventException(Example);
        var key = connectEvent.Parameter("key") ?? connectEvent.Contact?.Caller ?? connectEvent.Direct("key");
        var found = ConfigId.TryParse(asked, out var list, out _) ? await ReadAsync(list, key, cancellationToken) : null;
        if (found is null)
        {
            logger.UnknownList(TelemetryId.Of(asked));
            ProductMetrics.AskedForUnknown("list");
        }

        // A flow may pass the caller's address as the key; in a list of texts such a word is a text.
        var isNobody = found?.List.Value.Keys == KeyKind.Phone && WithheldCaller.Is(key);
        var isListed = !isNobody && found?.IsListedAt(time.GetUtcNow()) == true;
        // The key is the caller's, and stays out of the telemetry.
        Activity.Current?.SetTag("flowconfigs.found", found is not null);
        Activity.Current?.SetTag("flowconfigs.list.id", TelemetryId.Of(asked));
        Activity.Current?.SetTag("flowconfigs.listed", isListed);
        return FlowAnswer.ToJson(new Dictionary<string, string>
        {
            [FlowAnswer.Found] = Text(found is not null),
            ["Listed"] = Text(isListed),
        });
    }

    private static string Text(bool value) => value ? "true" : "false";

    private Task<ListLookup?> ReadAsync(ConfigId list, string? key, CancellationToken cancellationToken) =>
        TableLimit.RunAsync(stop => store.LookUpAsync(list, key, stop), TableLimit.Default, time, cancellationToken);
}
