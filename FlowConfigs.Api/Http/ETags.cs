using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace FlowConfigs.Api.Http;

/// <summary>A config's ETag is its version in quotes: a save names the version that it is based on (RFC 9110, 13.1.1).</summary>
internal static class ETags
{
    public static T Tagged<T>(this T answer, int version, HttpResponse response)
    {
        Tag(response, version);
        return answer;
    }

    public static void Tag(HttpResponse response, int version) =>
        response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>The version of If-Match; null when none is sent.</summary>
    /// <exception cref="MissingIfMatchException">There is an If-Match, but not with one version; answered with 428.</exception>
    public static int? IfAny(HttpRequest request) => request.Headers.IfMatch.Count > 0 ? Required(request) : null;

    /// <exception cref="MissingIfMatchException">There is no If-Match with one version; answered with 428.</exception>
    public static int Required(HttpRequest request, int least = 1) =>
        request.GetTypedHeaders().IfMatch is [{ IsWeak: false } tag]
        && int.TryParse(HeaderUtilities.RemoveQuotes(tag.Tag), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
        && version >= least
            ? version
            : throw new MissingIfMatchException();
}

internal sealed class MissingIfMatchException()
    : Exception("Send If-Match with the ETag of the version that you have read, such as \"3\", so that nobody's change is lost.");
