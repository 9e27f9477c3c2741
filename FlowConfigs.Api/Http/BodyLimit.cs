using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace FlowConfigs.Api.Http;

/// <summary>Refuses bodies that nothing can need, on Kestrel and as a Lambda alike.</summary>
internal static class BodyLimit
{
    // A config is at most 400 KB in the table; its JSON escapes may double that. An endpoint that takes more says so.
    private const long MaxBytes = 1024 * 1024;

    public static void UseBodyLimit(this WebApplication app) => app.Use(async (http, next) =>
    {
        var most = http.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? MaxBytes;
        if (http.Request.ContentLength > most)
            throw new BadHttpRequestException($"The body is above {Size(most)}.", StatusCodes.Status413PayloadTooLarge);
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
            feature.MaxRequestBodySize = most;
        await next();
    });

    private static string Size(long bytes) => bytes < 1_000_000 ? $"{bytes / 1024} KB" : $"{bytes / 1_000_000} MB";
}
