using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace FlowConfigs.Publishing.Packages;

/// <summary>
/// What a zip or the web app is made of, as a bill of materials in CycloneDX's JSON (https://cyclonedx.org/docs/1.6/json/). It has neither
/// time nor serial number: the same packages give the same bytes.
/// </summary>
internal static partial class Sbom
{
    public const string Folder = "sbom";

    /// <summary>Writes one, named after the part.</summary>
    public static void Write(string outputFolder, string part, IReadOnlyList<ShippedPackage> packages)
    {
        var folder = Directory.CreateDirectory(Path.Combine(outputFolder, Folder)).FullName;
        File.WriteAllText(Path.Combine(folder, $"{part}.cdx.json"), ReadableJson.Text(Of(part, packages)));
    }

    public static JsonObject Of(string part, IReadOnlyList<ShippedPackage> packages)
    {
        var version = typeof(Sbom).Assembly.GetName().Version!.ToString(3);
        return new()
        {
            ["bomFormat"] = "CycloneDX",
            ["specVersion"] = "1.6",
            ["version"] = 1,
            ["metadata"] = new JsonObject
            {
                ["component"] = new JsonObject
                {
                    ["type"] = "application",
                    ["bom-ref"] = $"flow-configs-{part}",
                    ["name"] = $"flow-configs-{part}",
                    ["version"] = version,
                },
            },
            ["components"] = new JsonArray([.. packages.Select(Component)]),
        };
    }

    private static JsonObject Component(ShippedPackage package)
    {
        // A scope's @ is escaped: https://github.com/package-url/purl-spec
        var url = $"pkg:{package.Ecosystem}/{package.Name.Replace("@", "%40")}@{package.Version}";
        var component = new JsonObject
        {
            ["type"] = "library",
            ["bom-ref"] = url,
            ["name"] = package.Name,
            ["version"] = package.Version,
            ["purl"] = url,
        };
        if (package.Sha512 is { } hash)
            component["hashes"] = new JsonArray(new JsonObject { ["alg"] = "SHA-512", ["content"] = hash });
        if (package.Licence is { } licence)
            component["licenses"] = new JsonArray(Licence(licence));
        return component;
    }

    private static JsonObject Licence(string licence) => licence switch
    {
        _ when SpdxId().IsMatch(licence) => new() { ["license"] = new JsonObject { ["id"] = licence } },
        _ when Uri.IsWellFormedUriString(licence, UriKind.Absolute) => new()
        {
            ["license"] = new JsonObject { ["name"] = "see url", ["url"] = licence },
        },
        _ when SpdxExpression().IsMatch(licence) => new() { ["expression"] = licence },
        _ => new() { ["license"] = new JsonObject { ["name"] = licence } },
    };

    [GeneratedRegex(@"^[A-Za-z0-9.+-]+$")]
    private static partial Regex SpdxId();

    [GeneratedRegex(@"^\(?[A-Za-z0-9.+-]+( (AND|OR|WITH) \(?[A-Za-z0-9.+-]+\)?)+\)?$")]
    private static partial Regex SpdxExpression();
}
