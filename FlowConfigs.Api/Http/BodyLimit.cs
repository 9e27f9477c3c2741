using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace FlowConfigs.Api.Http;

/// <summary>
/// Refuses bodies that nothing can need, on Kestrel and as a Lambda alike, before any other refusal: none of the others says that the
/// connection ends.
/// </summary>
internal static class BodyLimit
{
    // A config is at most 400 KB in the table; its JSON escapes may double that. An endpoint that takes more says so.
    private const long MaxBytes = 1024 * 1024;

    public static void UseBodyLimit(this WebApplication app) => app.Use(async (http, next) =>
    {
        var most = http.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? MaxBytes;
        var feature = http.Features.Get<IHttpMaxRequestBodySizeFeature>();
        if (http.Request.ContentLength > most)
        {
            // Only Kestrel has the feature.
            if (feature is not null)
                CloseAfter(http.Response);
            throw new BadHttpRequestException($"The body is above {Size(most)}.", StatusCodes.Status413PayloadTooLarge);
        }

        if (feature is { IsReadOnly: false })
            feature.MaxRequestBodySize = most;
        await next();
    });

    /// <summary>
    /// Kestrel closes a connection with a body that it did not read. Unless the answer says so, the client sends its next request there
    /// and loses it. https://www.rfc-editor.org/rfc/rfc9112#section-9.6
    /// </summary>
    private static void CloseAfter(HttpResponse response) => response.OnStarting(() =>
    {
        response.Headers.Connection = "close";
        return Task.CompletedTask;
    });

    private static string Size(long bytes) => bytes < 1_000_000 ? $"{bytes / 1024} KB" : $"{bytes / 1_000_000} MB";
}
