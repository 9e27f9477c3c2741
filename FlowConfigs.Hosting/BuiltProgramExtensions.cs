using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>Starts projects without <c>dotnet run</c>.</summary>
public static class BuiltProgramExtensions
{
    /// <summary>
    /// Starts the program that the AppHost's build has made. Without this call a <c>dotnet run</c> stands before it, which costs 1.4 s of
    /// processor time and 65 MB. Under an IDE's debugger and under <c>dotnet watch</c> nothing changes: both start the project themselves.
    /// </summary>
    public static IResourceBuilder<T> WithBuiltProgram<T>(this IResourceBuilder<T> program)
        where T : ProjectResource
    {
        var configuration = program.ApplicationBuilder.Configuration;
        if (configuration["DEBUG_SESSION_PORT"] is { Length: > 0 } || configuration["DOTNET_WATCH"] is { Length: > 0 })
            return program;
        var project = program.Resource.Annotations.OfType<IProjectMetadata>().Single().ProjectPath;
        return program
            .WithAnnotation(new ExecutableAnnotation { Command = "dotnet", WorkingDirectory = Path.GetDirectoryName(project)! })
            .WithArgs("exec", PathOf(project));
    }

    // UseArtifactsOutput: artifacts/bin/<project>/<configuration>
    private static string PathOf(string project)
    {
        var name = Path.GetFileNameWithoutExtension(project);
        var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Path.Combine(own.Parent!.Parent!.FullName, name, own.Name, $"{name}.dll");
    }
}
