namespace FlowConfigs.LocalHosting;

/// <summary>Adds programs and their arguments.</summary>
public static class ExecutableExtensions
{
    /// <summary>Adds a program that runs in <paramref name="workingDirectory"/>, which is relative to the AppHost's folder.</summary>
    public static IResourceBuilder<ExecutableResource> AddExecutable(
        this IDistributedApplicationBuilder builder, string name, string command, string workingDirectory, params string[]? args)
    {
        var folder = Path.GetFullPath(workingDirectory, builder.AppHostDirectory);
        return builder.AddResource(new ExecutableResource(name, command, folder)).WithArgs(args ?? []);
    }

    /// <summary>Adds arguments after those that are there.</summary>
    public static IResourceBuilder<T> WithArgs<T>(this IResourceBuilder<T> builder, params string[] args) where T : IResourceWithArgs =>
        builder.Annotated(new ArgsAnnotation(args));
}
