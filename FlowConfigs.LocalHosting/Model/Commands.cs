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

/// <summary>Makes the answers of commands.</summary>
public static class CommandResults
{
    /// <summary>The command did what it says.</summary>
    public static ExecuteCommandResult Success() => new() { Success = true };

    /// <summary>The command did what it says and produced a value.</summary>
    public static ExecuteCommandResult Success(
        string message, string result, CommandResultFormat resultFormat = CommandResultFormat.Text) => new()
        {
            Success = true,
            Message = message,
            Data = new CommandResultData { Value = result, Format = resultFormat, DisplayImmediately = true },
        };

    /// <summary>The command failed.</summary>
    public static ExecuteCommandResult Failure(string? errorMessage = null) => new() { Success = false, Message = errorMessage };

    /// <summary>The command failed and has more to show.</summary>
    public static ExecuteCommandResult Failure(
        string errorMessage, string result, CommandResultFormat resultFormat = CommandResultFormat.Text) => new()
        {
            Success = false,
            Message = errorMessage,
            Data = new CommandResultData { Value = result, Format = resultFormat, DisplayImmediately = true },
        };
}

/// <summary>What a command is given.</summary>
public sealed class ExecuteCommandContext
{
    /// <summary>The AppHost's services.</summary>
    public required IServiceProvider ServiceProvider { get; init; }

    /// <summary>The resource on which the command was given.</summary>
    public required string ResourceName { get; init; }

    /// <summary>Fires when the user goes away.</summary>
    public required CancellationToken CancellationToken { get; init; }
}

/// <summary>How a command is offered.</summary>
public class CommandOptions
{
    /// <summary>One sentence on what the command does.</summary>
    public string? Description { get; set; }
}
