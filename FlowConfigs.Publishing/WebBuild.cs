using System.Text.Json.Nodes;
using FlowConfigs.Publishing.Packages;

namespace FlowConfigs.Publishing;

/// <summary>
/// Builds the web app once for every environment. What differs stands in its config.json, where the ops script puts outputs in the place
/// of {{primary:api-url}} and the like.
/// </summary>
internal static class WebBuild
{
    private static readonly string[] Sides = ["primary", "secondary"];

    /// <exception cref="DistributedApplicationException">npm fails.</exception>
    public static async Task WriteAsync(string repository, string outputFolder, CancellationToken cancellationToken)
    {
        var project = Path.Combine(repository, "FlowConfigs.Web");
        var web = Path.Combine(outputFolder, "web");
        if (!IsInstalled(project))
            await Command.RunAsync(project, "npm", ["ci", "--no-audit", "--no-fund"], cancellationToken);
        await Command.RunAsync(project, "npm", ["run", "build", "--", "--outDir", web, "--emptyOutDir"], cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(web, "config.json"), Config(), cancellationToken);
        var packages = ShippedPackage.OfWeb(repository);
        Sbom.Write(outputFolder, "web", packages);
        Notices.Write(web, packages);
    }

    // npm writes down what it has installed.
    private static bool IsInstalled(string project)
    {
        var installed = new FileInfo(Path.Combine(project, "node_modules", ".package-lock.json"));
        return installed.Exists && installed.LastWriteTimeUtc >= File.GetLastWriteTimeUtc(Path.Combine(project, "package-lock.json"));
    }

    // As FlowConfigs.Web/src/api/deployment.ts reads it; a Region without a name is none.
    private static string Config()
    {
        var regions = new JsonArray([.. Sides.Select(Region)]);
        return ReadableJson.Text(new JsonObject { ["regions"] = regions });
    }

    private static JsonObject Region(string side) => new()
    {
        ["name"] = $"{{{{{side}-region}}}}",
        ["apiUrl"] = Published(side, "api-url"),
        ["signIn"] = new JsonObject
        {
            ["issuer"] = $"https://cognito-idp.{{{{{side}-region}}}}.amazonaws.com/{Published(side, "user-pool-id")}",
            ["userPool"] = Published(side, "user-pool-id"),
            ["client"] = Published(side, "web-client-id"),
            ["url"] = Published(side, "sign-in-url"),
            ["provider"] = Published(side, "sign-in-provider"),
        },
    };

    private static string Published(string side, string key) => $"{{{{{side}:{Outputs.Of(key).Key}}}}}";
}
