using System.Text.Json.Serialization;
using FlowConfigs.Core.Access;

namespace FlowConfigs.Core.Table;

/// <summary>Who saved a version, when and why, and which version it was based on.</summary>
/// <param name="By">Who: an e-mail address.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="Comment">Why; null when nothing was said.</param>
public sealed record Saved(string By, DateTimeOffset At, string? Comment)
{
    /// <summary>What was done.</summary>
    public SaveAction Action { get; init; }

    /// <summary>
    /// This save's own mark, different for every save in any Region: two Regions may both save a version 5, never the same mark.
    /// </summary>
    public string? Mark { get; init; }

    /// <summary>The mark of the version that it was based on; null for the first.</summary>
    public string? BasedOn { get; init; }

    /// <summary>The marks of overruled versions of which it has what is needed, so that they need no more attention; null for none.</summary>
    public IReadOnlyList<string>? Merges { get; init; }

    /// <summary>The id that a config went to, on the last version that it leaves under an id; null otherwise.</summary>
    public ConfigId? MovedTo { get; init; }
}

/// <summary>What a save did.</summary>
[JsonConverter(typeof(EnumNames<SaveAction>))]
public enum SaveAction
{
    /// <summary>A user changed it.</summary>
    Saved,

    /// <summary>It was made.</summary>
    Created,

    /// <summary>It was made from another one.</summary>
    Cloned,

    /// <summary>It came from another id, with its history.</summary>
    Moved,

    /// <summary>It was made like an earlier version of itself.</summary>
    Restored,

    /// <summary>An import wrote it.</summary>
    Imported,

    /// <summary>A scenario was switched on.</summary>
    ScenarioOn,

    /// <summary>A scenario was switched off.</summary>
    ScenarioOff,

    /// <summary>It was deleted.</summary>
    Deleted,
}

/// <summary>Who makes a change, why, and what they may do: a save cannot be asked for without it.</summary>
/// <param name="By">Who: an e-mail address.</param>
/// <param name="Comment">Why; null when nothing is said.</param>
/// <param name="May">What they may do; <see cref="Permit.Everything"/> for the product itself.</param>
/// <param name="Action">What is done; null takes <see cref="SaveAction.Created"/> or <see cref="SaveAction.Saved"/>.</param>
public sealed record Author(string By, string? Comment, IPermit May, SaveAction? Action = null)
{
    /// <summary>The marks of overruled versions that the change takes up; see <see cref="Saved.Merges"/>.</summary>
    public IReadOnlyList<string>? Merges { get; init; }
}
