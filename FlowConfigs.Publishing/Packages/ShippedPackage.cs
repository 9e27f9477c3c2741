using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace FlowConfigs.Publishing.Packages;

/// <summary>A third-party package that is in a zip or in the web app.</summary>
/// <param name="Ecosystem">As package URLs name it: nuget or npm.</param>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Licence">An SPDX expression, or else what the package says; null where it says nothing.</param>
/// <param name="Sha512">Of the archive that the registry served, in hex, where the lock file has it.</param>
/// <param name="Folder">Where it was unpacked.</param>
internal sealed record ShippedPackage(string Ecosystem, string Name, string Version, string? Licence, string? Sha512, string Folder)
{
    // Self-contained programs bring these, and no lock file names them.
    private static readonly string[] RuntimePacks =
        ["microsoft.netcore.app.runtime.linux-", "microsoft.netcore.app.runtime.nativeaot.linux-", "microsoft.aspnetcore.app.runtime.linux-", "runtime.linux-"];

    private static readonly string[] NotShipped = ["dev", "devOptional", "optional", "link"];

    private static string Cache => Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    /// <summary>The packages of a program: those of its lock file, but tools of the build, and .NET itself.</summary>
    public static IReadOnlyList<ShippedPackage> OfProgram(string repository, string project)
    {
        var locks = JsonNode.Parse(File.ReadAllText(Path.Combine(repository, project, "packages.lock.json")))!["dependencies"]!;
        var packages = locks.AsObject().SelectMany(framework => framework.Value!.AsObject())
            .Where(entry => (string?)entry.Value!["type"] != "Project")
            .Select(entry => (Name: entry.Key, Version: (string)entry.Value!["resolved"]!))
            .Distinct()
            .Select(entry => FromNuGet(entry.Name, entry.Version))
            .OfType<ShippedPackage>();
        return Sorted(packages.Concat(Runtime()));
    }

    /// <summary>The packages of the web app: those of its lock file that are not for development.</summary>
    public static IReadOnlyList<ShippedPackage> OfWeb(string repository)
    {
        var project = Path.Combine(repository, "FlowConfigs.Web");
        var packages = JsonNode.Parse(File.ReadAllText(Path.Combine(project, "package-lock.json")))!["packages"]!.AsObject();
        return Sorted(packages
            .Where(entry => entry.Key.StartsWith("node_modules/", StringComparison.Ordinal))
            .Where(entry => entry.Value is JsonObject package && !NotShipped.Any(package.ContainsKey))
            .Select(entry => new ShippedPackage(
                "npm", entry.Key[(entry.Key.LastIndexOf("node_modules/", StringComparison.Ordinal) + "node_modules/".Length)..],
                (string)entry.Value!["version"]!, (string?)entry.Value["license"], Hex((string?)entry.Value["integrity"]),
                Path.Combine(project, entry.Key)))
            .DistinctBy(package => (package.Name, package.Version)));
    }

    private static IEnumerable<ShippedPackage> Runtime() => Directory.Exists(Cache)
        ? Directory.EnumerateDirectories(Cache)
            .Where(folder => RuntimePacks.Any(Path.GetFileName(folder).StartsWith))
            .Select(folder => FromNuGet(Path.GetFileName(folder), Environment.Version.ToString(3)))
            .OfType<ShippedPackage>()
        : [];

    // Null for a tool of the build, and for a runtime pack of another version.
    private static ShippedPackage? FromNuGet(string name, string version)
    {
        var folder = Path.Combine(Cache, name.ToLowerInvariant(), version.ToLowerInvariant());
        var manifest = Path.Combine(folder, $"{name.ToLowerInvariant()}.nuspec");
        if (!File.Exists(manifest))
            return RuntimePacks.Any(name.StartsWith) ? null : new("nuget", name, version, null, null, folder);
        var metadata = XDocument.Load(manifest).Root!.Elements().First(element => element.Name.LocalName == "metadata").Elements()
            .ToLookup(element => element.Name.LocalName);
        if (metadata["developmentDependency"].Any(element => element.Value == "true"))
            return null;
        var licence = metadata["license"].FirstOrDefault(element => (string?)element.Attribute("type") == "expression")
            ?? metadata["licenseUrl"].FirstOrDefault();
        return new("nuget", metadata["id"].First().Value, version, licence?.Value, null, folder);
    }

    private static List<ShippedPackage> Sorted(IEnumerable<ShippedPackage> packages) =>
        [.. packages.OrderBy(package => package.Name, StringComparer.Ordinal).ThenBy(package => package.Version, StringComparer.Ordinal)];

    private static string? Hex(string? integrity) => integrity is not null && integrity.StartsWith("sha512-", StringComparison.Ordinal)
        ? Convert.ToHexStringLower(Convert.FromBase64String(integrity["sha512-".Length..]))
        : null;
}
