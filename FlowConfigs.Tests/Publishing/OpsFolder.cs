using System.Diagnostics;
using FlowConfigs.Publishing;
using FlowConfigs.Publishing.Operating;

namespace FlowConfigs.Tests.Publishing;

/// <summary>How a run of ops ended.</summary>
internal sealed record OpsResult(int Exit, string Output, string Errors);

/// <summary>
/// What publish writes, small: ops and its files as they are, and in the place of templates, zips and web app a few bytes. The
/// parameters are filled in with their examples, and <c>aws</c> is a stand-in that writes down its calls (ops-fake-aws.sh).
/// </summary>
internal sealed class OpsFolder : IDisposable
{
    private readonly string fake;
    private int answers;

    public OpsFolder()
    {
        Root = Directory.CreateTempSubdirectory("flow-configs-ops-").FullName;
        OperatorFiles.Write(Root, Repository.Path("FlowConfigs.AppHost"));
        foreach (var stack in StackList.All)
            Write(stack.Template, "{}");
        Write("lambda/api-0123456789abcdef.zip", "zip");
        Write("web/index.html", "<!doctype html>");
        Write("web/assets/index-1.js", "");
        Write("web/config.json", """{"api": "{{primary:api-url}}", "region": "{{primary-region}}", "other": "{{secondary:api-url}}"}""");
        Write("flow-configs.env", EnvFile.Text());
        foreach (var (name, value) in Filled())
            Set(name, value);

        fake = Directory.CreateDirectory(Path.Combine(Root, "fake", "answers")).Parent!.FullName;
        Write("fake/outputs", string.Join('\n', Outputs.All.Select(output => $"{output.Key} {StackList.Of(output.Stack).Name}")));
        var bin = Directory.CreateDirectory(Path.Combine(Root, "bin")).FullName;
        File.CreateSymbolicLink(Path.Combine(bin, "curl"), Repository.Path("FlowConfigs.Tests/Publishing/ops-fake-curl.sh"));
        Environment = new()
        {
            ["PATH"] = $"{bin}:{System.Environment.GetEnvironmentVariable("PATH")}",
            ["FAKE_AWS"] = fake,
            ["FAKE_AWS_SCRIPTS"] = Repository.Path("FlowConfigs.Tests/Publishing"),
            ["BASH_ENV"] = Repository.Path("FlowConfigs.Tests/Publishing/ops-fake-aws.sh"),
            ["OPS_POLL_SECONDS"] = "0",
            ["AWS_ACCESS_KEY_ID"] = "local",
            ["AWS_SECRET_ACCESS_KEY"] = "local",
        };
    }

    public string Root { get; }

    /// <summary>What ops finds in its environment, besides what the tests' own has.</summary>
    public Dictionary<string, string> Environment { get; }

    /// <summary>The calls in their order, as "us-east-1 cloudformation describe-stacks --stack-name …".</summary>
    public IReadOnlyList<string> Calls => File.Exists(Path.Combine(fake, "calls"))
        ? [.. File.ReadLines(Path.Combine(fake, "calls")).Select(line => line.Replace('\x1f', ' '))]
        : [];

    /// <summary>The same, each as its arguments.</summary>
    public IReadOnlyList<string[]> CallArguments => [.. File.ReadLines(Path.Combine(fake, "calls")).Select(line => line.Split('\x1f'))];

    /// <summary>The calls that change something.</summary>
    public IReadOnlyList<string> Changes => [.. Calls.Where(call => !OpsCalls.OnlyRead(call))];

    /// <summary>The examples of the parameters, as an operator would enter them.</summary>
    public static IReadOnlyDictionary<string, string> Filled()
    {
        var values = Variables.All.SelectMany(parameter => Variables.NamesOf(parameter).Select(name => (
            name,
            Value: parameter.Default is null || parameter.PerRegion ? parameter.Example : parameter.Default)))
            .ToDictionary(
                entry => entry.name,
                entry => entry.name.EndsWith("_SECONDARY", StringComparison.Ordinal)
                    ? entry.Value.Replace("us-east-1", "us-west-2", StringComparison.Ordinal)
                    : entry.Value);
        values["SAML_METADATA_URL"] = "https://login.example.com/metadata.xml";
        return values;
    }

    /// <summary>Sets a variable of flow-configs.env; null takes its line out.</summary>
    public OpsFolder Set(string name, string? value)
    {
        var path = Path.Combine(Root, "flow-configs.env");
        var lines = File.ReadAllLines(path).Where(line => !line.StartsWith($"{name}=", StringComparison.Ordinal)).ToList();
        if (value is not null)
            lines.Add($"{name}=\"{value}\"");
        File.WriteAllLines(path, lines);
        return this;
    }

    /// <summary>Answers calls of a pattern of the shell's, before any that was answered so earlier.</summary>
    public OpsFolder Answer(string pattern, string answer, int exit = 0, bool once = false)
    {
        Write($"fake/answers/{999 - answers++:D3}", $"{pattern}\n{exit}{(once ? " once" : "")}\n{answer}\n");
        return this;
    }

    /// <summary>Makes stacks be there, in a status.</summary>
    public OpsFolder Installed(string status = "CREATE_COMPLETE")
    {
        foreach (var stack in StackList.All)
        {
            foreach (var region in stack.Regions.Select(region => region == "primary" ? "us-east-1" : "us-west-2"))
                Write($"fake/stacks/{region}/flow-configs-dev-{stack.Name}", status + "\n");
        }

        return this;
    }

    public OpsFolder Write(string path, string text)
    {
        var file = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return this;
    }

    public string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>Runs ops, with the stand-in for aws unless <see cref="Environment"/> has another PATH.</summary>
    public async Task<OpsResult> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(Root, "ops"), arguments)
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var (name, value) in Environment)
            start.Environment[name] = value;
        using var ops = Process.Start(start)!;
        ops.StandardInput.Close();
        var output = ops.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = await ops.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await ops.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new(ops.ExitCode, await output, errors);
    }

    /// <summary>The same; it has to succeed.</summary>
    public async Task<OpsResult> DoneAsync(params string[] arguments)
    {
        var result = await RunAsync(arguments);
        Assert.True(result.Exit == 0, result.Errors + result.Output);
        return result;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
