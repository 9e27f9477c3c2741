using System.Collections.Concurrent;

namespace FlowConfigs.LocalHosting.Telemetry;

/// <summary>Keeps one copy of each short text: the same few hundred names come with every span.</summary>
internal static class Names
{
    private const int Longest = 64;
    private const int Most = 4_096;

    private static readonly ConcurrentDictionary<string, string> Known = new(StringComparer.Ordinal);

    public static string Shared(string text) => text.Length > Longest ? text
        : Known.TryGetValue(text, out var known) ? known
        : Known.Count < Most ? Known.GetOrAdd(text, text)
        : text;
}
