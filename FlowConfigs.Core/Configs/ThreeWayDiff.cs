using FlowConfigs.Core.Table;

namespace FlowConfigs.Core.Configs;

/// <summary>A field that at least one of two people changed.</summary>
/// <param name="Path">Which, as in <see cref="FieldChange"/>.</param>
/// <param name="Base">What both began with; null when it was not there.</param>
/// <param name="Mine">What the second one wants; null to take it away.</param>
/// <param name="Theirs">What the first one saved; null when it was taken away.</param>
public sealed record FieldDifference(string Path, string? Base, string? Mine, string? Theirs)
{
    /// <summary>Whether both people changed the field, and to different values: a user must choose.</summary>
    public bool Conflict => Mine != Base && Theirs != Base && Mine != Theirs;
}

/// <summary>What two people made of the same version.</summary>
public static class ThreeWayDiff
{
    /// <summary>Every field that one of them changed, in the order of the config's fields.</summary>
    public static IReadOnlyList<FieldDifference> Of(Config? original, Config mine, Config? theirs)
    {
        var (was, own, other) = (ConfigDiff.Fields(original), ConfigDiff.Fields(mine), ConfigDiff.Fields(theirs));
        return
        [
            .. was.Keys.Union(other.Keys).Union(own.Keys)
                .Select(path => new FieldDifference(
                    path, was.GetValueOrDefault(path), own.GetValueOrDefault(path), other.GetValueOrDefault(path)))
                .Where(field => field.Mine != field.Base || field.Theirs != field.Base),
        ];
    }
}
