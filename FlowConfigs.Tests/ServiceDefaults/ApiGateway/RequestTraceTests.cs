using System.Diagnostics;
using FlowConfigs.LambdaEmulator;
using FlowConfigs.ServiceDefaults;
using FlowConfigs.ServiceDefaults.ApiGateway;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace FlowConfigs.Tests.ServiceDefaults.ApiGateway;

public sealed class RequestTraceTests
{
    private const string TraceId = "5759e988bd862e3fe1be46a994272793";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_is_traced_below_its_invocation_and_that_below_the_caller()
    {
        await using var emulator = new Emulator(TimeProvider.System);
        emulator.AddFunction("traced");
        await emulator.StartAsync("127.0.0.1", 0, Token);
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(
        [
            new("AWS_LAMBDA_RUNTIME_API", $"127.0.0.1:{emulator.Port}/traced"),
            new("AWS_LAMBDA_FUNCTION_NAME", "traced"),
            new("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:9"),
        ]);
        builder.AddServiceDefaults();
        builder.AddLambdaHosting();
        await using var app = builder.Build();
        app.MapGet("/spans", () => Activity.Current is { Parent: { } parent } request
            ? $"{request.Source.Name} < {parent.Source.Name} < {parent.ParentId}"
            : "no parent in this process");
        await app.StartAsync(Token);

        using var http = new HttpClient(new ApiGatewayTransport(new($"http://127.0.0.1:{emulator.Port}"), "traced"))
        {
            BaseAddress = new("https://api.example.com"),
        };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/spans");
        request.Headers.Add("traceparent", $"00-{TraceId}-53995c3f42cd8ad8-01");
        using var answer = await http.SendAsync(request, Token);
        Assert.Equal(
            $"Microsoft.AspNetCore < FlowConfigs < 00-{TraceId}-53995c3f42cd8ad8-01", await answer.Content.ReadAsStringAsync(Token));
        await app.StopAsync(Token);
    }
}
