using System.IO.Compression;
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
            throw new BadHttpRequestException("The body is not such a document.", e);
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
        // DynamoDB compresses what it exports.
        var content = file.Span.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) ? await DecompressedAsync(file, cancellationToken) : file;
        return content.Span.StartsWith("\uFEFF"u8) ? content[3..] : content;
    }

    private static async Task<Memory<byte>> DecompressedAsync(ReadOnlyMemory<byte> gzip, CancellationToken cancellationToken)
    {
        // A few bytes may become gigabytes: it stops one byte after what is accepted.
        var content = new byte[Core.Exchange.Import.MaxBytes + 1];
        try
        {
            await using var stream = new GZipStream(new MemoryStream(gzip.ToArray()), CompressionMode.Decompress);
            var length = await stream.ReadAtLeastAsync(content, content.Length, throwOnEndOfStream: false, cancellationToken);
            return length < content.Length
                ? content.AsMemory(0, length)
                : throw new BadHttpRequestException("The file is above 5 MB when it is unpacked. Import it in parts.", StatusCodes.Status413PayloadTooLarge);
        }
        catch (InvalidDataException)
        {
            throw new InvalidConfigException([new("body", "Is not a whole gzip file. Fetch it again, or unpack it first.")]);
        }
    }
}
