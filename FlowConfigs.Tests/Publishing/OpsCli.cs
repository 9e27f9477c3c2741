using System.Diagnostics;

namespace FlowConfigs.Tests.Publishing;

/// <summary>AWS CLIs of this machine, for ops to be tried with: Debian's, and any other that is first on the PATH.</summary>
internal static class OpsCli
{
    public const string Debians = "/usr/bin/aws";
    public const string OnPath = "aws";

    public static TheoryData<string> All => [Debians, OnPath];

    /// <summary>Installs or skips; the one on the PATH is skipped where it is Debian's.</summary>
    public static async Task<string> FindAsync(string which)
    {
        if (which == Debians)
            return await AwsForks.ProgramAsync((await PythonAsync(await Debian.ProgramAsync(Debians, "awscli")))!);
        var found = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
            .Select(folder => Path.Combine(folder, "aws"))
            .FirstOrDefault(File.Exists);
        Assert.SkipWhen(found is null or Debians, "There is no AWS CLI on this machine but Debian's.");
        return await PythonAsync(found) is { } python ? await AwsForks.ProgramAsync(python) : found;
    }

    /// <summary>The CLI of python3, for one caller at a time; skips where python3 has none.</summary>
    public static async Task<string> OfPythonAsync()
    {
        var ask = new ProcessCommand("python3", ["-c", "import awscli.clidriver, sys; print(sys.executable)"], "/");
        var (exitCode, python) = Programs.Find("python3") is null
            ? (1, "") : await Programs.RunAsync(ask, TestContext.Current.CancellationToken);
        Assert.SkipWhen(exitCode != 0, "python3 has no AWS CLI (pip install awscli), and Debian's does not know Verified Permissions.");
        return await AwsForks.ProgramAsync(python.Trim(), here: true);
    }

    // The Python that the CLI names, which has its packages. pyenv puts a shell script before the CLI's own. A CLI that is no script of
    // Python's is called as it is.
    private static async Task<string?> PythonAsync(string aws)
    {
        if (Programs.Find("pyenv") is { } pyenv && aws.Contains("/shims/"))
            aws = (await Programs.RunAsync(new ProcessCommand(pyenv, ["which", "aws"], "/"), TestContext.Current.CancellationToken)).Output.Trim();
        return File.Exists(aws) && File.ReadLines(aws).First() is ['#', '!', .. var program] && program.Contains("python") ? program.Trim() : null;
    }

    /// <summary>
    /// Gives a folder the real CLI, but for what no local part answers: who is asking, what stacks have published, and S3, whose
    /// objects are files in fake/s3. It may call the table by another name.
    /// </summary>
    public static void Use(this OpsFolder folder, string aws, string? table = null)
    {
        folder.Environment.Remove("BASH_ENV");
        folder.Write(
            "bin/aws",
            $$"""
            #!/bin/bash
            case "$*" in
              *get-caller-identity*) echo 111122223333 ;;
              *get-parameter*get-config-arn*) echo get-config ;;
              *get-parameter*is-listed-arn*) echo is-listed ;;
              *get-parameter*vanity-numbers-arn*) echo vanity-numbers ;;
              *get-parameter*user-pool-id* | *get-parameter*sign-in-* | *get-parameter*web-client-id*) echo sign-in ;;
              *get-parameter*api-url* | *get-parameter*distribution-domain*) echo web ;;
              *cloudformation\ describe-stacks*) echo CREATE_COMPLETE ;;
              *s3\ cp\ s3:*) shift 4; mkdir -p "$2"; cp -r "$FAKE_AWS/s3/${1#s3://}/." "$2" ;;
              *) exec {{aws}} "${@{{(table is null ? "" : $"/flow-configs-dev/{table}")}}}" ;;
            esac
            """);
        using var chmod = Process.Start("chmod", ["+x", Path.Combine(folder.Root, "bin", "aws")]);
        chmod.WaitForExit();
    }
}
