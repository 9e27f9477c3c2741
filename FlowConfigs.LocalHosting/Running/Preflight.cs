using System.Globalization;
using System.Text.RegularExpressions;

namespace FlowConfigs.LocalHosting.Running;

/// <summary>The system cannot be started; each line says what is missing and how to mend it.</summary>
internal sealed class PreflightException(IReadOnlyList<string> lines) : DistributedApplicationException(string.Join('\n', lines))
{
    public IReadOnlyList<string> Lines { get; } = lines;
}

/// <summary>Looks for everything that the resources need before any of them is started.</summary>
internal static partial class Preflight
{
    private const int OldestJava = 11;
    private const string JavaSource = "apt-get install default-jre-headless";
    private const int OldestNode = 20;

    /// <param name="resources">The resources about to be started.</param>
    /// <param name="fixedPorts">The ports that must be free, with who listens on them.</param>
    /// <param name="cancellationToken">Gives up looking.</param>
    /// <exception cref="PreflightException">Something is missing.</exception>
    public static async Task CheckAsync(
        IReadOnlyList<IResource> resources, IReadOnlyList<(int Port, string Owner)> fixedPorts, CancellationToken cancellationToken)
    {
        List<string> problems = [.. Shell(), .. Folders(resources), .. Commands(resources), .. TakenPorts(fixedPorts)];
        foreach (var parameter in resources.OfType<ParameterResource>())
            problems.AddRange(await ParameterAsync(parameter, cancellationToken));

        if (resources.OfType<DynamoDBLocalResource>().Any())
            problems.AddRange(await ProgramAsync("java", "-version", OldestJava, JavaSource, cancellationToken));

        if (resources.Any(r => r is JavaScriptAppResource) || NeedsFetch(resources))
            problems.AddRange(await ProgramAsync("node", "--version", OldestNode, "https://nodejs.org", cancellationToken));

        if (problems.Count > 0)
            throw new PreflightException(problems);
    }

    private static bool NeedsFetch(IReadOnlyList<IResource> resources) =>
        resources.OfType<DynamoDBLocalResource>().Any() && !DynamoDbLocalInstall.Default().IsThere;

    private static IEnumerable<string> Shell()
    {
        if (OperatingSystem.IsWindows())
            yield return "This build of the AppHost runs on Linux, macOS and WSL: on Windows start it inside WSL";
        else if (Programs.Find("bash", "/") is null)
            yield return "bash was not found, and every program is started through it: install it with apt-get install bash";
    }

    private static IEnumerable<string> Folders(IEnumerable<IResource> resources)
    {
        foreach (var resource in resources)
        {
            if (resource is ProjectResource { Metadata: var project } && !File.Exists(project.TargetPath))
                yield return $"{resource.Name}: {project.TargetPath} is missing: build it with dotnet build {project.ProjectPath}";

            if (resource is ExecutableResource executable and not LambdaEmulatorResource && !Directory.Exists(executable.WorkingDirectory))
                yield return $"{resource.Name}: the folder {executable.WorkingDirectory} is missing: check the path in AppHost.cs";
            else if (resource is JavaScriptAppResource app && !File.Exists(Path.Combine(app.WorkingDirectory, "package.json")))
                yield return $"{resource.Name}: {app.WorkingDirectory} has no package.json: check the path in AppHost.cs";
        }
    }

    private static IEnumerable<string> Commands(IEnumerable<IResource> resources)
    {
        foreach (var resource in resources)
        {
            var (command, folder) = resource switch
            {
                ProjectResource => (Programs.Dotnet, "/"),
                LambdaEmulatorResource or NodeAppResource => (null, "/"), // of node CheckAsync tells more
                ExecutableResource executable => (executable.Command, executable.WorkingDirectory),
                _ => (null, "/"),
            };
            if (command is not null && Programs.Find(command, folder) is null)
                yield return $"{resource.Name}: {command} was not found: install it, or add its folder to PATH";
        }
    }

    private static IEnumerable<string> TakenPorts(IReadOnlyList<(int Port, string Owner)> fixedPorts)
    {
        foreach (var port in fixedPorts.GroupBy(p => p.Port))
        {
            var owners = string.Join(" and ", port.Select(p => p.Owner));
            if (port.Key is < 1 or > 65535)
                yield return $"Port {port.Key} ({owners}) does not exist: ports go from 1 to 65535";
            else if (port.Count() > 1)
                yield return $"Port {port.Key} is given to {owners}: give one of them another port";
            else if (!Ports.IsFree(port.Key))
                yield return $"Port {port.Key} ({owners}) is taken by another program: stop it, or start with --port-offset 100";
        }
    }

    private static async Task<IEnumerable<string>> ParameterAsync(ParameterResource parameter, CancellationToken cancellationToken)
    {
        try
        {
            await parameter.GetValueAsync(cancellationToken);
            return [];
        }
        catch (DistributedApplicationException missing)
        {
            return [missing.Message];
        }
    }

    private static async Task<IEnumerable<string>> ProgramAsync(
        string program, string versionArgument, int oldest, string source, CancellationToken cancellationToken)
    {
        if (Programs.Find(program, "/") is null)
            return [$"{program} was not found, and version {oldest} or later is needed: install it ({source})"];

        var (code, output) = await Programs.RunAsync(new ProcessCommand(program, [versionArgument], "/"), cancellationToken);
        return code == 0 && MajorVersion(output) is { } version && version < oldest
            ? [$"{program} {version} is too old, version {oldest} or later is needed: install a newer one ({source})"]
            : [];
    }

    private static int? MajorVersion(string output)
    {
        var match = FirstNumber().Match(output);
        if (!match.Success)
            return null;

        var major = int.Parse(match.Groups["major"].ValueSpan, CultureInfo.InvariantCulture);
        return major == 1 ? int.Parse(match.Groups["minor"].ValueSpan, CultureInfo.InvariantCulture) : major; // Java 8 calls itself 1.8
    }

    [GeneratedRegex(@"(?<major>\d+)\.(?<minor>\d+)")]
    private static partial Regex FirstNumber();
}
