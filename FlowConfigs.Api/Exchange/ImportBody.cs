using System.Text.Json;
using FlowConfigs.Core;
using FlowConfigs.Core.Exchange;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace FlowConfigs.Api.Exchange;

/// <summary>Reads the file that an import is sent: a document as JSON, or values as CSV.</summary>
internal static class ImportBody
{
    public static async Task<ImportRequest> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.HasJsonContentType())
            return new() { Document = await DocumentAsync(request, cancellationToken) };
        if (request.GetTypedHeaders().ContentType?.MediaType.Equals("text/csv", StringComparison.OrdinalIgnoreCase) != true)
            throw new BadHttpRequestException("Send application/json or text/csv.", StatusCodes.Status415UnsupportedMediaType);
        using var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes, cancellationToken);
        return new() { Rows = CsvRows.Read(bytes.GetBuffer().AsMemory(0, (int)bytes.Length)) };
    }

    private static async Task<ExportDocument> DocumentAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var json = request.HttpContext.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        try
        {
            return await request.ReadFromJsonAsync<ExportDocument>(json, cancellationToken)
                ?? throw new InvalidConfigException([new("body", "A document is needed.")]);
        }
        catch (JsonException e)
        {
            // As the framework does for bodies that it binds itself; see RequestProblem.
            throw new BadHttpRequestException("The body is not such a document.", e);
        }
    }
}
