using System.Text.Json;
using FlowConfigs.Core;
using FlowConfigs.Core.Lists;

namespace FlowConfigs.Api.Lists;

/// <summary>Reads several entries from a body, as JSON or CSV.</summary>
internal static class PasteRequest
{
    /// <exception cref="BadHttpRequestException">It is neither JSON nor CSV; answered with 415, before anything is read.</exception>
    public static void RequireKnownType(HttpRequest request)
    {
        if (!request.HasJsonContentType() && !IsCsv(request))
            throw new BadHttpRequestException("Send application/json or text/csv.", StatusCodes.Status415UnsupportedMediaType);
    }

    public static async Task<IReadOnlyList<EntryDraft>> ReadAsync(
        HttpRequest request, KeyKind keys, IReadOnlyList<string?>? columns, bool? hasHeader, CancellationToken cancellationToken)
    {
        if (request.HasJsonContentType())
            return (await ReadJsonAsync(request, cancellationToken)).ToDrafts();
        return EntriesCsv.Read(await ReadTextAsync(request, cancellationToken), keys, columns, hasHeader);
    }

    private static bool IsCsv(HttpRequest request) => request.GetTypedHeaders().ContentType?.MediaType == EntriesFile.ContentType;

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
        using var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes, cancellationToken);
        return EntriesCsv.Decode(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }
}
