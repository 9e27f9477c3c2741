namespace FlowConfigs.Tests;

/// <summary>Files of the repository that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string Path(string relative) => System.IO.Path.Combine(Root, relative);

    private static string Find(string directory) =>
        File.Exists(System.IO.Path.Combine(directory, "FlowConfigs.sln")) ? directory : Find(System.IO.Path.GetDirectoryName(directory)!);
}
