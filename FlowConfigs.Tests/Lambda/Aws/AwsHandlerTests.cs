using System.Net;
using System.Text;
using Amazon.Runtime;
using FlowConfigs.Lambda.Aws;
using Microsoft.Extensions.Time.Testing;

namespace FlowConfigs.Tests.Lambda.Aws;

/// <summary>Calls to AWS services that have no SDK package here.</summary>
public sealed class AwsHandlerTests
{
    private readonly FakeTimeProvider clock = new(A.Now);
    private Func<HttpResponseMessage> answering = () => new(HttpStatusCode.OK) { Content = new StringContent("{}") };
    private Func<AWSCredentials> seek = () => new BasicAWSCredentials("key", "secret");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Credentials_that_were_missing_once_are_sought_again()
    {
        var sought = 0;
        seek = () => ++sought == 1 ? throw new AmazonClientException("None at the moment.") : new BasicAWSCredentials("key", "secret");
        using var http = Client();
        await Assert.ThrowsAsync<AmazonClientException>(() => SendAsync(http));
        for (var i = 0; i < 3; i++)
            Assert.Equal(HttpStatusCode.OK, await SendAsync(http));
        Assert.Equal(2, sought);
    }

    [Fact]
    public async Task Every_attempt_of_a_request_is_signed_anew()
    {
        using var http = Client();
        using var request = Request();
        await http.SendAsync(request, Stop);
        var first = request.Headers.NonValidated["Authorization"].ToString();
        clock.Advance(TimeSpan.FromMinutes(1));
        await http.SendAsync(request, Stop);
        Assert.Equal("20260302T120100Z", request.Headers.GetValues("X-Amz-Date").Single());
        Assert.NotEqual(first, request.Headers.NonValidated["Authorization"].ToString());
    }

    [Theory]
    [InlineData("""{ "__type": "com.amazonaws.dynamodb.v20120810#ThrottlingException", "message": "Slow" }""", null, "ThrottlingException", "Slow")]
    [InlineData("""{ "__type": "com.amazon.coral.service#AccessDeniedException", "Message": "No" }""", null, "AccessDeniedException", "No")]
    [InlineData("""{ "message": "No" }""", "InvalidSsmlException:http://x", "InvalidSsmlException", "No")]
    [InlineData("<html/>", null, "", "service answered 400 .")]
    [InlineData("[]", null, "", "service answered 400 .")]
    public async Task A_refusal_is_an_exception_with_its_name(string answer, string? header, string type, string message)
    {
        answering = () =>
        {
            var refusal = new HttpResponseMessage(HttpStatusCode.BadRequest) { Content = new StringContent(answer) };
            if (header is not null)
                refusal.Headers.Add("x-amzn-ErrorType", header);
            return refusal;
        };
        using var http = Client(quotes: true);
        var told = await Assert.ThrowsAsync<AmazonServiceException>(() => SendAsync(http));
        Assert.Equal((type, message, HttpStatusCode.BadRequest), (told.ErrorCode, told.Message, told.StatusCode));
        using var silent = Client();
        Assert.Equal($"service answered 400 {type}.", (await Assert.ThrowsAsync<AmazonServiceException>(() => SendAsync(silent))).Message);
    }

    private HttpMessageInvoker Client(bool quotes = false) =>
        new(new AwsHandler("service", "us-east-1", () => seek(), clock) { QuotesService = quotes, InnerHandler = new Service(() => answering()) });

    private static async Task<HttpStatusCode> SendAsync(HttpMessageInvoker http)
    {
        using var request = Request();
        using var response = await http.SendAsync(request, Stop);
        return response.StatusCode;
    }

    private static HttpRequestMessage Request()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "https://service.us-east-1.amazonaws.com");
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes("{}"));
        request.Content.Headers.ContentType = new("application/x-amz-json-1.0");
        return request;
    }

    private sealed class Service(Func<HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(answer());
    }
}
