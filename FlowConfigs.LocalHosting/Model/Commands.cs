namespace FlowConfigs.LocalHosting;

/// <summary>What a resource command answered. As Aspire's type of the same name.</summary>
public sealed class ExecuteCommandResult
{
    /// <summary>Whether the command did what it says.</summary>
    public required bool Success { get; init; }

    /// <summary>Whether the user called it off.</summary>
    public bool Canceled { get; init; }

    /// <summary>One sentence for the user.</summary>
    public string? Message { get; init; }

    /// <summary>What the command produced, if anything.</summary>
    public CommandResultData? Data { get; init; }
}

/// <summary>A value that a command produced.</summary>
public sealed class CommandResultData
{
    /// <summary>The value itself.</summary>
    public required string Value { get; init; }

    /// <summary>How to show it.</summary>
    public CommandResultFormat Format { get; init; }

    /// <summary>Whether the dashboard opens it at once.</summary>
    public bool DisplayImmediately { get; init; }
}

/// <summary>How a command's value is written.</summary>
public enum CommandResultFormat
{
    /// <summary>Plain text.</summary>
    Text,

    /// <summary>JSON.</summary>
    Json,

    /// <summary>Markdown.</summary>
    Markdown,
}
