using System.Collections.Concurrent;
using System.Net;
using FlowConfigs.ServiceDefaults;
using FlowConfigs.Tests.Lambda.Aws;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace FlowConfigs.Tests.ServiceDefaults;

public sealed class DynamoDbDefaultsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, null, "flow-configs", "AWS_REGION is not set")]
    [InlineData(null, "127.0.0.1:8000", "flow-configs", "AWS_ENDPOINT_URL_DYNAMODB is '127.0.0.1:8000'")]
    [InlineData("us-east-1", null, "a b", "FLOWCONFIGS_TABLE is 'a b'")]
    public async Task Program_with_wrong_options_does_not_start_and_says_why(string? region, string? url, string table, string problem)
    {
        await using var app = Program(
            ("AWS_REGION", region), ("AWS_ENDPOINT_URL_DYNAMODB", url), ("FLOWCONFIGS_TABLE", table));
        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync(Token));
        Assert.Contains(problem, error.Message);
    }

    [Fact]
    public async Task Health_says_what_is_wrong_with_the_table()
    {
        await using var stub = await DynamoDbStub.StartAsync((context, _) => DynamoDbStub.FaultAsync(context));
        await using var app = Program(("AWS_ENDPOINT_URL_DYNAMODB", stub.Url));
        await app.StartAsync(Token);
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        using var health = await http.GetAsync("/health", Token);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, health.StatusCode);
        Assert.Equal("Healthy", await http.GetStringAsync("/alive", Token));
    }

    [Fact]
    public async Task A_health_check_is_part_of_no_trace()
    {
        var traced = new ConcurrentQueue<string>();
        await using var stub = await DynamoDbStub.StartAsync((context, _) =>
        {
            traced.Enqueue(context.Request.Headers.TraceParent.ToString());
            return DynamoDbStub.FaultAsync(context);
        });
        // As Aspire sets the sampler: a parent that is not recorded does not count.
        await using var app = Program(
            ("AWS_ENDPOINT_URL_DYNAMODB", stub.Url),
            ("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:9"),
            ("OTEL_TRACES_SAMPLER", "always_on"));
        await app.StartAsync(Token);
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        (await http.GetAsync("/health", Token)).Dispose();
        Assert.NotEmpty(traced);
        Assert.DoesNotContain(traced, parent => parent.EndsWith("-01", StringComparison.Ordinal));
    }

    private static WebApplication Program(params (string Name, string? Value)[] configuration)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(configuration.Select(each => KeyValuePair.Create(each.Name, each.Value)));
        builder.AddServiceDefaults();
        builder.Services.AddDynamoDb();
        var app = builder.Build();
        app.MapDefaultEndpoints();
        return app;
    }
}
