using System.Text.Json;
using FlowConfigs.Core;
using FlowConfigs.Core.Exchange;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace FlowConfigs.Api.Exchange;

/// <summary>Reads the file that an import is sent, and finds out by its content what kind of file it is.</summary>
internal static class ImportBody
{
    public static async Task<ImportRequest> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var isCsv = request.GetTypedHeaders().ContentType?.MediaType.Equals("text/csv", StringComparison.OrdinalIgnoreCase) == true;
        if (!isCsv && !request.HasJsonContentType())
            throw new BadHttpRequestException("Send application/json or text/csv.", StatusCodes.Status415UnsupportedMediaType);
        var bytes = await BytesAsync(request.Body, cancellationToken);
        if (isCsv)
            return CsvRows.AreIn(bytes.Span) ? new() { Rows = CsvRows.Read(bytes) } : new() { Table = DataTable.Read(bytes) };
        try
        {
            return PeerConfigs.TryRead(bytes) is { } foreign
                ? new() { Document = foreign.Document, Foreign = foreign }
                : new() { Document = Document(bytes, request) };
        }
        catch (JsonException e)
        {
            // As the framework does for bodies that it binds itself; see RequestProblem.
            throw new BadHttpRequestException("The body must be an exported document.", e);
        }
    }

    private static ExportDocument Document(ReadOnlyMemory<byte> utf8, HttpRequest request)
    {
        var json = request.HttpContext.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        return (ExportDocument?)JsonSerializer.Deserialize(utf8.Span, json.GetTypeInfo(typeof(ExportDocument)))
            ?? throw new InvalidConfigException([new("body", "A document is needed.")]);
    }

    private static async Task<ReadOnlyMemory<byte>> BytesAsync(Stream body, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        await body.CopyToAsync(bytes, cancellationToken);
        var file = bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
        return file.Span.StartsWith("\uFEFF"u8) ? file[3..] : file;
    }
}
