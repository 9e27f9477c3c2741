namespace FlowConfigs.LocalHosting;

/// <summary>Gives resources commands of their own.</summary>
public static class CommandExtensions
{
    /// <summary>Adds a command that the dashboard offers while the resource runs.</summary>
    public static IResourceBuilder<T> WithCommand<T>(
        this IResourceBuilder<T> builder, string name, string displayName,
        Func<ExecuteCommandContext, Task<ExecuteCommandResult>> executeCommand, CommandOptions? commandOptions = null)
        where T : IResource =>
        builder.Annotated(new CommandAnnotation(name, displayName, executeCommand, commandOptions ?? new CommandOptions()));
}
