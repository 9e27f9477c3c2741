namespace FlowConfigs.Tests;

/// <summary>Files of the repository that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string Path(string relative) => System.IO.Path.Combine(Root, relative);

    /// <summary>The program of a project, as the build of the tests has made it: artifacts/bin/project/configuration.</summary>
    public static string Built(string project)
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(System.IO.Path.DirectorySeparatorChar));
        return System.IO.Path.Combine(own.Parent!.Parent!.FullName, project, own.Name, $"{project}.dll");
    }

    private static string Find(string directory) =>
        File.Exists(System.IO.Path.Combine(directory, "FlowConfigs.sln")) ? directory : Find(System.IO.Path.GetDirectoryName(directory)!);
}
