namespace FlowConfigs.Microsoft365.Graph;

/// <summary>Sends a request, and says in one form that no answer came.</summary>
internal static class Requests
{
    // Where no connection came about, the request cannot have been carried out.
    private static readonly HttpRequestError[] NotSent =
        [HttpRequestError.ConnectionError, HttpRequestError.NameResolutionError, HttpRequestError.SecureConnectionError];

    public static async Task<HttpResponseMessage> SendAsync(
        HttpClient http, HttpRequestMessage request, string service, CancellationToken cancellationToken)
    {
        try
        {
            return await http.SendAsync(request, cancellationToken);
        }
        catch (HttpRequestException error)
        {
            throw new Microsoft365Exception(
                $"{service} does not answer: {error.HttpRequestError}. Check the function's way out to the internet.", error)
            {
                Status = NotSent.Contains(error.HttpRequestError) ? 503 : 0,
            };
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            throw new Microsoft365Exception($"{service} did not answer within {http.Timeout.TotalSeconds:0} s.", error);
        }
    }
}
