using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace FlowConfigs.Tests.ServiceDefaults.ApiGateway;

/// <summary>What a program sees and says behind API Gateway is what it sees and says on Kestrel.</summary>
public sealed class ApiGatewayTests(SameProgramTwice program) : IClassFixture<SameProgramTwice>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Targets { get; } = new()
    {
        { "GET", "/" },
        { "GET", "/api/configs" },
        { "GET", "/api/configs/field-office%2Faustin" },
        { "GET", "/api/configs/field-office%2faustin" },
        { "GET", "/api/configs/%2B18005550100" },
        { "GET", "/api/configs/+18005550100" },
        { "GET", "/api/configs/field-office~austin" },
        { "GET", "/api/configs/field-office%7Eaustin" },
        { "GET", "/api/configs/with%20space/%C3%A9%E2%82%AC/🔥" },
        { "GET", "/api/configs/100%25" },
        { "GET", "/api/configs/%252F" },
        { "GET", "/api/configs/a%3Fb%23c%26d%3De" },
        { "GET", "/api/configs/trailing/" },
        { "GET", "/api//double" },
        { "GET", "/a/./b/../c" },
        { "GET", "/a;v=1/b,c/@x:y/$z!'()*" },
        { "GET", "/%41bc" },
        { "GET", "/q?a=1&b=2" },
        { "GET", "/q?a=1&a=2&a=" },
        { "GET", "/q?name" },
        { "GET", "/q?name=" },
        { "GET", "/q?%2Bkey=%2Bvalue&plus=a+b&space=a%20b" },
        { "GET", "/q?text=caf%C3%A9%20%26%20%3D%3F%23&filter[x]=y" },
        { "GET", "/q?percent=100%25&twice=%252F&slash=a/b" },
        { "HEAD", "/api/configs" },
        { "OPTIONS", "/api/configs?x=y" },
        { "DELETE", "/api/configs/BasicQueue" },
        { "PROPFIND", "/api/configs" },
        { "POST", "/api/configs" },
        { "GET", "/catch/field-office%2Faustin/+x~y" },
        { "GET", "/segment/field-office%2Faustin" },
        { "GET", "/segment/%2B1800~5%20%7E" },
    };

    public static TheoryData<string, string> Answers { get; } = new()
    {
        { "GET", "/answer/cookies" },
        { "GET", "/answer/binary" },
        { "GET", "/answer/text" },
        { "GET", "/answer/json" },
        { "HEAD", "/answer/json" },
        { "OPTIONS", "/answer/json" },
        { "GET", "/answer/none" },
        { "GET", "/answer/unchanged" },
        { "POST", "/answer/created" },
        { "DELETE", "/answer/created" },
        { "GET", "/answer/moved" },
        { "GET", "/answer/stream" },
        { "GET", "/answer/headers" },
        { "GET", "/answer/fault" },
        { "GET", "/answer/forgotten" },
        { "GET", "/health" },
        { "GET", "/alive" },
    };

    [Theory]
    [MemberData(nameof(Targets))]
    public Task Program_sees_the_same_request(string method, string target) =>
        BothSeeTheSameAsync(() => new HttpRequestMessage(new HttpMethod(method), target));

    [Theory]
    [InlineData("application/json", """{"name":"Closure","text":"Sí “cerrado” 🔥"}""")]
    [InlineData("application/json; charset=utf-8", "{}")]
    [InlineData("application/merge-patch+json", "{ }\n")]
    [InlineData("text/plain", " \t ")]
    [InlineData("application/x-www-form-urlencoded", "a=1&b=%2B")]
    public Task Program_sees_the_same_text(string type, string text) => BothSeeTheSameAsync(() => new(HttpMethod.Put, "/x")
    {
        Content = new ByteArrayContent(Encoding.UTF8.GetBytes(text)) { Headers = { { "Content-Type", type } } },
    });

    [Fact]
    public Task Program_sees_the_same_bytes() => BothSeeTheSameAsync(() => new HttpRequestMessage(HttpMethod.Post, "/x")
    {
        Content = new ByteArrayContent(EchoApp.Binary) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } },
    });

    [Fact]
    public Task Program_sees_the_same_headers_and_cookies() => BothSeeTheSameAsync(() =>
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/x");
        request.Headers.Add("If-None-Match", ["\"1\"", "\"2\""]);
        request.Headers.TryAddWithoutValidation("X-Many", ["a", "b, c"]);
        request.Headers.TryAddWithoutValidation("Cookie", "session=a%2Bb; theme=\"dark\"; empty=");
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer abc.def");
        request.Headers.TryAddWithoutValidation("Accept-Language", "es-US,es;q=0.8");
        request.Headers.UserAgent.ParseAdd("Mozilla/5.0 (X11)");
        return request;
    });

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Client_gets_the_same_answer(string method, string target)
    {
        using var kestrel = program.Kestrel();
        using var lambda = program.Lambda();
        var expected = await AnswerAsync(kestrel, method, target);
        var actual = await AnswerAsync(lambda, method, target);
        Assert.Equal(expected, actual);
    }

    [Fact]
    public async Task Bodies_arrive_when_the_api_takes_everything_as_binary()
    {
        using var lambda = program.Lambda(new ApiGatewayTransport(program.Emulator, "echo") { AllBinary = true });
        using var answer = await lambda.PutAsync("/x", new StringContent("Sí 🔥"), Token);
        var seen = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Token))!;
        Assert.Equal("Sí 🔥", Encoding.UTF8.GetString(Convert.FromBase64String((string)seen["body"]!)));
    }

    [Theory]
    [InlineData("/api/configs/a%2Fb", "/api/configs/a%2Fb")]
    [InlineData("/", "/")]
    public async Task Stage_of_the_default_domain_is_the_path_base(string target, string path)
    {
        using var lambda = program.Lambda(new ApiGatewayTransport(program.Emulator, "echo") { Stage = "dev", OnDefaultDomain = true });
        var seen = JsonNode.Parse(await lambda.GetStringAsync(target, Token))!;
        Assert.Equal("/dev", (string?)seen["pathBase"]);
        Assert.Equal(path, (string?)seen["path"]);
        Assert.Equal("/dev" + target, (string?)seen["rawPath"]);
    }

    [Fact]
    public async Task Base_path_of_a_custom_domain_is_the_path_base()
    {
        using var lambda = program.Lambda(new ApiGatewayTransport(program.Emulator, "echo") { BasePath = "/flow/v1" });
        var seen = JsonNode.Parse(await lambda.GetStringAsync("/api/configs/a%2Fb+c", Token))!;
        Assert.Equal("/flow/v1", (string?)seen["pathBase"]);
        Assert.Equal("/api/configs/a%2Fb+c", (string?)seen["path"]);
    }

    [Fact]
    public async Task Event_of_another_kind_is_an_error_that_says_so()
    {
        using var answer = await InvokeAsync("""{"source":"aws.events"}""");
        Assert.Equal("Unhandled", answer.Headers.GetValues("X-Amz-Function-Error").Single());
        Assert.Contains("not one of an API Gateway REST API", await answer.Content.ReadAsStringAsync(Token));
    }

    [Fact]
    public async Task Event_with_null_members_is_a_request()
    {
        using var answer = await InvokeAsync("""
            {
              "httpMethod": "GET", "path": "/x", "headers": null, "multiValueHeaders": null, "queryStringParameters": null,
              "multiValueQueryStringParameters": null, "pathParameters": null, "requestContext": null, "body": null
            }
            """);
        var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Token))!;
        Assert.Equal(200, (int?)body["statusCode"]);
        Assert.Equal("/x", (string?)JsonNode.Parse((string)body["body"]!)!["path"]);
    }

    [Fact]
    public async Task Repeated_headers_stay_apart_as_on_Kestrel()
    {
        using var kestrel = program.Kestrel();
        string[] lines = ["GET /x HTTP/1.1", "Host: h", "X-Many: a", "X-Many: b, c", "Connection: close", "", ""];
        var expected = await RawAsync(kestrel.BaseAddress!, string.Join("\r\n", lines));
        using var answer = await InvokeAsync("""
            {
              "httpMethod": "GET", "path": "/x", "headers": { "Host": "h", "X-Many": "b, c" },
              "multiValueHeaders": { "Host": ["h"], "X-Many": ["a", "b, c"] }
            }
            """);
        var actual = (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync(Token))!["body"]!;
        Assert.Contains(""""x-many":["a","b, c"]"""", expected);
        Assert.Contains(""""x-many":["a","b, c"]"""", actual);
    }

    [Fact]
    public async Task Program_knows_the_clients_address_and_that_it_used_https()
    {
        using var lambda = program.Lambda();
        Assert.Equal("192.0.2.17 https", await lambda.GetStringAsync("/answer/from", Token));
    }

    [Fact]
    public async Task Request_is_called_off_before_the_functions_time_is_up()
    {
        using var lambda = program.Lambda();
        Assert.Equal("called off", await lambda.GetStringAsync("/answer/late", Token));
    }

    [Fact]
    public async Task Answer_over_6_MB_is_refused_and_the_next_request_is_served()
    {
        using var lambda = program.Lambda();
        using var refused = await lambda.GetAsync("/answer/bytes/6000000", Token);
        Assert.Equal(HttpStatusCode.BadGateway, refused.StatusCode);
        Assert.Contains("Lambda takes at most 6291456", await refused.Content.ReadAsStringAsync(Token));
        Assert.Equal(1000, (await lambda.GetByteArrayAsync("/answer/bytes/1000", Token)).Length);
    }

    private async Task<HttpResponseMessage> InvokeAsync(string proxyEvent)
    {
        using var lambda = new HttpClient { BaseAddress = program.Emulator };
        return await lambda.PostAsync("/2015-03-31/functions/echo/invocations", new StringContent(proxyEvent), Token);
    }

    private static async Task<string> RawAsync(Uri address, string request)
    {
        using var socket = new System.Net.Sockets.TcpClient();
        await socket.ConnectAsync(address.Host, address.Port, Token);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), Token);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(Token);
    }

    private async Task BothSeeTheSameAsync(Func<HttpRequestMessage> request)
    {
        using var kestrel = program.Kestrel();
        using var lambda = program.Lambda();
        using var expected = await kestrel.SendAsync(request(), Token);
        using var actual = await lambda.SendAsync(request(), Token);
        Assert.Equal(HttpStatusCode.OK, expected.StatusCode);
        Assert.Equal(await expected.Content.ReadAsStringAsync(Token), await actual.Content.ReadAsStringAsync(Token));
    }

    private static async Task<string> AnswerAsync(HttpClient client, string method, string target)
    {
        using var answer = await client.SendAsync(new HttpRequestMessage(new HttpMethod(method), target), Token);
        var headers = answer.Headers.NonValidated.Concat(answer.Content.Headers.NonValidated)
            .Where(each => each.Key is not ("Date" or "Server" or "Transfer-Encoding" or "Content-Length"))
            .Select(each => $"{each.Key}: {string.Join(" | ", each.Value)}")
            .Order(StringComparer.Ordinal);
        var body = Convert.ToHexString(await answer.Content.ReadAsByteArrayAsync(Token));
        if (answer.Content.Headers.ContentType?.MediaType == "application/problem+json")
            body = WithoutTraceId(Encoding.UTF8.GetString(Convert.FromHexString(body)));
        return $"{(int)answer.StatusCode}\n{string.Join('\n', headers)}\n{body}";
    }

    private static string WithoutTraceId(string problem)
    {
        var node = JsonNode.Parse(problem)!.AsObject();
        node.Remove("traceId");
        return node.ToJsonString();
    }
}
