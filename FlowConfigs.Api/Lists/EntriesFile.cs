using System.Text;
using CsvHelper;
using FlowConfigs.Api.Http;
using FlowConfigs.Core;
using FlowConfigs.Core.Lists;
using Microsoft.Net.Http.Headers;

namespace FlowConfigs.Api.Lists;

/// <summary>Entries as a CSV file.</summary>
internal static class EntriesFile
{
    public const string ContentType = "text/csv";

    // Lambda's answer has at most 6 MB; where more is left, a Link header leads on.
    private const int MaxBytes = 4 * 1024 * 1024;

    public static bool IsWanted(HttpRequest request, string? format) => format switch
    {
        null or "" => request.GetTypedHeaders().Accept is [var first, ..]
            && first.MediaType.Equals(ContentType, StringComparison.OrdinalIgnoreCase),
        "csv" => true,
        "json" => false,
        _ => throw new InvalidConfigException([new("format", "Must be json or csv.")]),
    };

    /// <summary>All entries that are asked for, or so many as one answer takes.</summary>
    public static async Task<IResult> WriteAsync(
        ConfigId list, EntrySearch search, ListStore store, HttpContext http, CancellationToken cancellationToken)
    {
        using var file = new MemoryStream();
        // Without the mark Excel takes it for the encoding of the country.
        file.Write(Encoding.UTF8.Preamble);
        string? next;
        await using (var writer = CsvWriter.Create(file, leaveOpen: true))
        {
            EntriesCsv.WriteHeader(writer);
            do
            {
                (var page, search) = await search.PageAsync(store, cancellationToken, ListStore.MaxPage);
                foreach (var entry in page.Items)
                    EntriesCsv.Write(writer, entry.Value);
                await writer.FlushAsync(cancellationToken);
                next = page.Next;
            }
            while (next is not null && search.Limit is null && file.Length < MaxBytes);
        }

        if (next is not null)
            http.Response.Headers.Link = $"<{Address(list, search)}>; rel=\"next\"";
        http.Response.Headers[HeaderNames.Vary] = HeaderNames.Accept;
        return TypedResults.Bytes(file.ToArray(), $"{ContentType}; charset=utf-8", $"{list.Value.Replace('/', '_')}.csv");
    }

    private static string Address(ConfigId list, EntrySearch search) =>
        $"/api/lists/{PathId.Format(list)}/entries"
        + QueryString.Create("format", "csv").Add("prefix", search.Prefix).Add("after", search.After!)
        + (search.Limit is { } limit ? $"&limit={limit}" : "");
}
