namespace FlowConfigs.AppHost.Publish.Operating;

/// <summary>
/// What an operator uses: the ops script with its table, flow-configs.env, and a TODO file for each administrator. The sources stand
/// beside this file; whatever names parameters, outputs or stacks is made from their lists.
/// </summary>
internal static class OperatorFiles
{
    private const UnixFileMode Executable =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    /// <summary>Writes them into the folder that publish fills.</summary>
    /// <param name="outputFolder">The folder; it exists.</param>
    /// <param name="appHostDirectory">The folder of the AppHost's project, which holds the sources.</param>
    public static void Write(string outputFolder, string appHostDirectory)
    {
        WriteScript(outputFolder, appHostDirectory);
        File.WriteAllText(Path.Combine(outputFolder, "flow-configs.env"), EnvFile.Text());

        var todo = Directory.CreateDirectory(Path.Combine(outputFolder, "todo")).FullName;
        foreach (var administrator in Enum.GetValues<Administrator>())
        {
            var file = TodoFile.Name(administrator);
            var text = File.ReadAllText(Path.Combine(Sources(appHostDirectory), "todo", file));
            File.WriteAllText(Path.Combine(todo, file), TodoFile.Text(administrator, text));
        }
    }

    /// <summary>Writes the ops script, and flow-configs.env unless there is one that may be filled in already.</summary>
    public static void WriteScript(string outputFolder, string appHostDirectory)
    {
        var variables = Path.Combine(outputFolder, "flow-configs.env");
        if (!File.Exists(variables))
            File.WriteAllText(variables, EnvFile.Text());
        var sources = Sources(appHostDirectory);
        var script = Path.Combine(outputFolder, "ops");
        File.Copy(Path.Combine(sources, "ops"), script, overwrite: true);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(script, Executable);

        var parts = Directory.CreateDirectory(Path.Combine(outputFolder, "ops.d")).FullName;
        foreach (var part in Directory.EnumerateFiles(Path.Combine(sources, "ops.d"), "*.sh"))
            File.Copy(part, Path.Combine(parts, Path.GetFileName(part)), overwrite: true);
        File.WriteAllText(Path.Combine(parts, "table.sh"), OpsTable.Text());
    }

    private static string Sources(string appHostDirectory) => Path.Combine(appHostDirectory, "Publish", "Operating");
}
