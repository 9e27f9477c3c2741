using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FlowConfigs.LocalHosting.Dashboard;

/// <summary>The page's files, which are embedded in this assembly.</summary>
internal static class DashboardPage
{
    private const string Folder = "Page/";

    public static void MapPage(this IEndpointRouteBuilder app, string title)
    {
        var assembly = typeof(DashboardPage).Assembly;
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(resource)!;
            using var memory = new MemoryStream();
            stream.CopyTo(memory);
            var path = resource[Folder.Length..];
            var content = memory.ToArray();
            if (path.EndsWith(".html", StringComparison.Ordinal))
            {
                content = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(content).Replace("{{title}}", HtmlEncoder.Default.Encode(title)));
                path = path == "index.html" ? "" : Path.GetFileNameWithoutExtension(path);
            }

            app.MapGet($"/{path}", () => Results.Bytes(content, ContentType(path)));
        }
    }

    private static string ContentType(string path) => Path.GetExtension(path) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "text/html; charset=utf-8",
    };
}
