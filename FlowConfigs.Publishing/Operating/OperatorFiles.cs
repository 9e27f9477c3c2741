namespace FlowConfigs.Publishing.Operating;

/// <summary>
/// What an operator uses: the ops script with its table, flow-configs.env, and a TODO file for each administrator. The script is in
/// aws-templates, where it runs as it is; the sources of the TODO files are beside this file. What names parameters, outputs or stacks is
/// made from their lists.
/// </summary>
internal static class OperatorFiles
{
    private const string ScriptParts = "ops.d";

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
            var text = File.ReadAllText(Path.Combine(appHostDirectory, "..", "FlowConfigs.Publishing", "Operating", "todo", file));
            File.WriteAllText(Path.Combine(todo, file), TodoFile.Text(administrator, text));
        }
    }

    /// <summary>Writes the ops script, and flow-configs.env unless there is one that may be filled in already.</summary>
    public static void WriteScript(string outputFolder, string appHostDirectory)
    {
        var variables = Path.Combine(outputFolder, "flow-configs.env");
        if (!File.Exists(variables))
            File.WriteAllText(variables, EnvFile.Text());
        var parts = Directory.CreateDirectory(Path.Combine(outputFolder, ScriptParts)).FullName;
        var kept = Path.Combine(appHostDirectory, "..", "aws-templates");
        var script = Path.Combine(outputFolder, "ops");
        Copy(Path.Combine(kept, "ops"), script);
        foreach (var part in Directory.EnumerateFiles(Path.Combine(kept, ScriptParts), "*.sh"))
            Copy(part, Path.Combine(parts, Path.GetFileName(part)));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(script, Executable);
        File.WriteAllText(Path.Combine(parts, "table.sh"), OpsTable.Text());
    }

    // Publish can write into aws-templates itself.
    private static void Copy(string from, string to)
    {
        if (Path.GetFullPath(from) != Path.GetFullPath(to))
            File.Copy(from, to, overwrite: true);
    }
}
