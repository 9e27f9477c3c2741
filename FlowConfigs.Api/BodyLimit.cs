using Microsoft.AspNetCore.Http.Features;

namespace FlowConfigs.Api;

/// <summary>Refuses bodies that no config can need, on Kestrel and as a Lambda alike.</summary>
internal static class BodyLimit
{
    // A config is at most 400 KB in the table; its JSON escapes may double that.
    private const long MaxBytes = 1024 * 1024;

    public static void UseBodyLimit(this WebApplication app) => app.Use(async (http, next) =>
    {
        if (http.Request.ContentLength > MaxBytes)
            throw new BadHttpRequestException("The body is above 1 MB.", StatusCodes.Status413PayloadTooLarge);
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
            feature.MaxRequestBodySize = MaxBytes;
        await next();
    });
}
