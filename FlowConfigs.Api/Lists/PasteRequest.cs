using System.Text;
using System.Text.Json;
using FlowConfigs.Core;
using FlowConfigs.Core.Lists;

namespace FlowConfigs.Api.Lists;

/// <summary>Reads several entries from a body, as JSON or CSV.</summary>
internal static class PasteRequest
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static async Task<IReadOnlyList<EntryDraft>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.HasJsonContentType())
            return (await ReadJsonAsync(request, cancellationToken)).ToDrafts();
        if (request.GetTypedHeaders().ContentType?.MediaType == EntriesFile.ContentType)
            return EntriesCsv.Read(await ReadTextAsync(request, cancellationToken));
        throw new BadHttpRequestException("Send application/json or text/csv.", StatusCodes.Status415UnsupportedMediaType);
    }

    private static async Task<PasteBody> ReadJsonAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await request.ReadFromJsonAsync<PasteBody>(cancellationToken)
                ?? throw new InvalidConfigException([new("body", "Entries as JSON are needed.")]);
        }
        catch (JsonException e)
        {
            // As the framework does where it reads the body itself; ApiProblems says it in the product's words.
            throw new BadHttpRequestException("The body cannot be read.", e);
        }
    }

    private static async Task<string> ReadTextAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(request.Body, StrictUtf8, detectEncodingFromByteOrderMarks: false);
        try
        {
            return (await reader.ReadToEndAsync(cancellationToken)).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            throw new InvalidConfigException([new("body", "Is not UTF-8. In the spreadsheet save it as CSV UTF-8.")]);
        }
    }
}
