using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace FlowConfigs.Core.Exchange;

/// <summary>
/// The last thing of a part of an export: <c>field-office/austin</c> is a config, <c>scenario:fire</c> a scenario, and
/// <c>list:bad-actors:+15551230000</c> an entry of a list. No id contains a colon.
/// </summary>
/// <param name="Phase">What kind of thing.</param>
/// <param name="Id">Its id.</param>
/// <param name="Key">The key of the list's last entry; empty for a list without entries, and for everything else.</param>
[JsonConverter(typeof(ExportCursorJsonConverter))]
public sealed record ExportCursor(ExportPhase Phase, ConfigId Id, string Key = "")
{
    private const string Scenario = "scenario:";
    private const string List = "list:";

    /// <summary>A config.</summary>
    public static ExportCursor Config(ConfigId id) => new(ExportPhase.Config, id);

    /// <summary>Reads a cursor, or says in <paramref name="problem"/> what is wrong with it.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ExportCursor? cursor, [NotNullWhen(false)] out string? problem)
    {
        var (phase, rest) = (text ?? "") switch
        {
            var t when t.StartsWith(Scenario, StringComparison.Ordinal) => (ExportPhase.Scenario, t[Scenario.Length..]),
            var t when t.StartsWith(List, StringComparison.Ordinal) => (ExportPhase.List, t[List.Length..]),
            var t => (ExportPhase.Config, t),
        };
        var colon = phase == ExportPhase.List ? rest.IndexOf(':') : -1;
        var (id, key) = colon < 0 ? (rest, "") : (rest[..colon], rest[(colon + 1)..]);
        cursor = ConfigId.TryParse(id, out var parsed, out problem) ? new(phase, parsed, key) : null;
        return cursor is not null;
    }

    /// <summary>Whether this thing comes after another one in an export; null comes before everything.</summary>
    public bool IsAfter(ExportCursor? other) => other is null
        || (Phase != other.Phase ? Phase > other.Phase
            : Id != other.Id ? string.CompareOrdinal(Id.Value, other.Id.Value) > 0
            : string.CompareOrdinal(Key, other.Key) > 0);

    /// <inheritdoc/>
    public override string ToString() => Phase switch
    {
        ExportPhase.Scenario => Scenario + Id,
        ExportPhase.List => Key == "" ? List + Id : $"{List}{Id}:{Key}",
        _ => Id.Value,
    };
}
