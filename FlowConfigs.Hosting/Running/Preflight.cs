using System.Globalization;
using System.Text.RegularExpressions;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;

namespace FlowConfigs.Hosting.Running;

/// <summary>
/// Looks for everything that the resources need before any of them starts. Aspire itself says nothing about a taken port, and lets
/// resources wait for ever behind one whose program is missing.
/// </summary>
internal static partial class Preflight
{
    private static readonly Dictionary<string, (string VersionArgument, int Oldest, string Source)> Known = new()
    {
        ["java"] = ("-version", 11, "apt-get install default-jre-headless"),
        ["node"] = ("--version", 20, "https://nodejs.org"),
    };

    /// <exception cref="DistributedApplicationException">Something is missing: a line for each.</exception>
    public static async Task CheckAsync(IReadOnlyList<IResource> resources, IConfiguration configuration, CancellationToken cancellationToken)
    {
        List<string> problems = [.. TakenPorts(Ports.Of(resources, configuration)), .. Folders(resources)];
        var commands = resources.SelectMany(resource => resource.Annotations.OfType<RequiredCommandAnnotation>())
            .DistinctBy(command => command.Command);
        foreach (var command in commands)
            problems.AddRange(await CommandAsync(command, cancellationToken));
        if (problems.Count > 0)
            throw new DistributedApplicationException(string.Join('\n', problems));
    }

    private static IEnumerable<string> TakenPorts(IReadOnlyList<FixedPort> ports)
    {
        foreach (var port in ports.GroupBy(port => port.Number))
        {
            var owners = string.Join(" and ", port.Select(each => each.Owner).Distinct());
            if (port.Count() > 1)
                yield return $"Port {port.Key} is given to {owners}: give one of them another port";
            else if (!Ports.IsFree(port.Key))
                yield return $"Port {port.Key} ({owners}) is taken by another program: stop that program, or start with --port-offset 100";
        }
    }

    private static IEnumerable<string> Folders(IEnumerable<IResource> resources) =>
        from resource in resources.OfType<Aspire.Hosting.JavaScript.JavaScriptAppResource>()
        where !File.Exists(Path.Combine(resource.WorkingDirectory, "package.json"))
        select $"{resource.Name}: {resource.WorkingDirectory} has no package.json: check the path in AppHost.cs";

    private static async Task<IEnumerable<string>> CommandAsync(RequiredCommandAnnotation command, CancellationToken cancellationToken)
    {
        var name = command.Command;
        if (!Known.TryGetValue(name, out var known))
            return Programs.Find(name) is null ? [$"{name} was not found: install it ({command.HelpLink})"] : [];
        if (Programs.Find(name) is null)
            return [$"{name} was not found, and version {known.Oldest} or later is needed: install it ({known.Source})"];

        var (code, output) = await Programs.RunAsync(name, [known.VersionArgument], "/", cancellationToken);
        return code == 0 && MajorVersion(output) is { } version && version < known.Oldest
            ? [$"{name} {version} is too old, version {known.Oldest} or later is needed: install a newer one ({known.Source})"]
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
