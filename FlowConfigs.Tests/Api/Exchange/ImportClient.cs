using System.Net.Http.Headers;
using System.Text;

namespace FlowConfigs.Tests.Api.Exchange;

internal static class ImportClient
{
    public static async Task<HttpResponseMessage> Import(this HttpClient http, string query, string body, string type = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/import?{query}");
        // A server that refuses what is too large does not read it.
        request.Headers.ExpectContinue = body.Length > 1_000_000;
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
