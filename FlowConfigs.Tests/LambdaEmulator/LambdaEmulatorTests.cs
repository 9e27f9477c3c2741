using System.Net;
using FlowConfigs.LambdaEmulator;

namespace FlowConfigs.Tests.LambdaEmulator;

/// <summary>What the emulator takes, refuses and hands on.</summary>
public sealed class LambdaEmulatorTests : EmulatorTest
{
    [Fact]
    public async Task Unknown_function_is_not_found()
    {
        using var answer = await InvokeAsync("{}", "/2015-03-31/functions/get-konfig/invocations");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("ResourceNotFoundException", answer.Headers.GetValues("X-Amzn-ErrorType").Single());
        Assert.Contains(
            "Function not found: arn:aws:lambda:us-east-1:000000000000:function:get-konfig", await answer.Content.ReadAsStringAsync(Token));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("id=BasicQueue")]
    [InlineData("{} {}")]
    public async Task Payload_that_is_not_JSON_is_refused(string payload)
    {
        using var answer = await InvokeAsync(payload);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("InvalidRequestContentException", answer.Headers.GetValues("X-Amzn-ErrorType").Single());
    }

    [Fact]
    public async Task Payload_over_6_MB_is_refused()
    {
        using var answer = await InvokeAsync('"' + new string('x', InvokeApi.PayloadLimit - 1) + '"');
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("RequestTooLargeException", answer.Headers.GetValues("X-Amzn-ErrorType").Single());
    }

    [Fact]
    public async Task Unknown_invocation_type_is_refused()
    {
        using var answer = await InvokeAsync("{}", type: "Later");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("InvalidParameterValueException", answer.Headers.GetValues("X-Amzn-ErrorType").Single());
    }

    [Fact]
    public async Task Dry_run_reaches_no_process()
    {
        using var answer = await InvokeAsync("{}", type: "DryRun");
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Empty(Log);
    }

    [Fact]
    public async Task Event_is_accepted_at_once_and_handled_later()
    {
        using var accepted = await InvokeAsync("""{"n":1}""", type: "Event");
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        using var taken = await NextAsync();
        Assert.Equal("""{"n":1}""", await taken.Content.ReadAsStringAsync(Token));
    }

    [Fact]
    public async Task Answer_reaches_its_caller()
    {
        var calling = InvokeAsync("{}");
        using var taken = await NextAsync();
        using var posted = await RespondAsync(Id(taken), """{"Closure":"true"}""");
        Assert.Equal(HttpStatusCode.Accepted, posted.StatusCode);
        using var answer = await calling;
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("""{"Closure":"true"}""", await answer.Content.ReadAsStringAsync(Token));
        Assert.Equal("$LATEST", answer.Headers.GetValues("X-Amz-Executed-Version").Single());
        Assert.False(answer.Headers.Contains("X-Amz-Function-Error"));
        Assert.Contains(Log, line => line.StartsWith($"get-config REPORT RequestId: {Id(taken)} Duration: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Error_of_the_function_is_marked()
    {
        var calling = InvokeAsync("{}");
        using var taken = await NextAsync();
        using var posted = await Http.PostAsync(
            $"{Runtime}/invocation/{Id(taken)}/error", new StringContent("""{"errorMessage":"no","errorType":"X"}"""), Token);
        using var answer = await calling;
        Assert.Equal("Unhandled", answer.Headers.GetValues("X-Amz-Function-Error").Single());
        Assert.Equal("""{"errorMessage":"no","errorType":"X"}""", await answer.Content.ReadAsStringAsync(Token));
    }

    [Fact]
    public async Task Invocation_without_payload_is_an_empty_object()
    {
        var calling = Http.PostAsync(Invocations, null, Token);
        using var taken = await NextAsync();
        Assert.Equal("{}", await taken.Content.ReadAsStringAsync(Token));
        (await RespondAsync(Id(taken), "1")).Dispose();
        (await calling).Dispose();
    }

    [Theory]
    [InlineData("get-config", "")]
    [InlineData("get-config:live", ":live")]
    [InlineData("get-config:$LATEST", ":$LATEST")]
    [InlineData("000000000000:function:get-config", "")]
    [InlineData("arn:aws:lambda:us-east-1:000000000000:function:get-config:live", ":live")]
    [InlineData("arn%3Aaws%3Alambda%3Aus-east-1%3A000000000000%3Afunction%3Aget-config", "")]
    public async Task Function_is_found_by_every_form_of_its_name(string name, string qualifier)
    {
        var calling = InvokeAsync("{}", $"/2015-03-31/functions/{name}/invocations");
        using var taken = await NextAsync();
        Assert.Equal(
            $"arn:aws:lambda:us-east-1:000000000000:function:get-config{qualifier}",
            taken.Headers.GetValues("Lambda-Runtime-Invoked-Function-Arn").Single());
        (await RespondAsync(Id(taken), "1")).Dispose();
        (await calling).Dispose();
    }

    [Fact]
    public async Task Callers_trace_is_handed_on_as_X_Ray_writes_it()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Invocations) { Content = new StringContent("{}") };
        request.Headers.Add("traceparent", "00-5759e988bd862e3fe1be46a994272793-53995c3f42cd8ad8-00");
        using var untraced = new HttpClient(new SocketsHttpHandler { ActivityHeadersPropagator = null }) { BaseAddress = Http.BaseAddress };
        var calling = untraced.SendAsync(request, Token);
        using var taken = await NextAsync();
        Assert.Equal(
            "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=0",
            taken.Headers.GetValues("Lambda-Runtime-Trace-Id").Single());
        (await RespondAsync(Id(taken), "1")).Dispose();
        (await calling).Dispose();
    }

    [Fact]
    public async Task Runtime_api_of_an_unknown_function_says_so()
    {
        using var answer = await Http.GetAsync("/get-konfig/2018-06-01/runtime/invocation/next", Token);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("The emulator knows no function get-konfig.", await answer.Content.ReadAsStringAsync(Token));
    }

    [Fact]
    public async Task Port_in_use_is_an_error()
    {
        await using var second = new Emulator(TimeProvider.System);
        await Assert.ThrowsAsync<IOException>(() => second.StartAsync("127.0.0.1", Emulator.Port, Token));
    }

    [Fact]
    public async Task Health_is_the_emulators_own() => Assert.Equal("OK", await Http.GetStringAsync(Emulator.HealthPath, Token));
}
