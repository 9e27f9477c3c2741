using System.Net;
using FlowConfigs.LocalHosting.Lambda;

namespace FlowConfigs.Tests.LocalHosting;

/// <summary>The emulator by its HTTP surface alone: the test plays both the caller and the function's process.</summary>
public sealed class LambdaEmulatorTests : IAsyncLifetime
{
    private const string Invocations = "/2015-03-31/functions/get-config/invocations";
    private const string Runtime = "/get-config/2018-06-01/runtime";

    private readonly List<string> log = [];
    private readonly LambdaEmulator emulator;
    private readonly HttpClient http = new();

    public LambdaEmulatorTests()
    {
        emulator = new LambdaEmulator(TimeProvider.System) { Log = (function, line) => log.Add($"{function} {line}") };
        emulator.AddFunction("get-config", startLimit: TimeSpan.FromSeconds(10));
        emulator.AddFunction("impatient", timeout: TimeSpan.FromMilliseconds(300), startLimit: TimeSpan.FromMilliseconds(300));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await emulator.StartAsync("127.0.0.1", 0, Token);
        http.BaseAddress = new Uri($"http://127.0.0.1:{emulator.Port}");
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await emulator.DisposeAsync();
    }

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
        Assert.Empty(log);
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
        Assert.Contains(log, line => line.StartsWith($"get-config REPORT RequestId: {Id(taken)} Duration: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Error_of_the_function_is_marked()
    {
        var calling = InvokeAsync("{}");
        using var taken = await NextAsync();
        using var posted = await http.PostAsync(
            $"{Runtime}/invocation/{Id(taken)}/error", new StringContent("""{"errorMessage":"no","errorType":"X"}"""), Token);
        using var answer = await calling;
        Assert.Equal("Unhandled", answer.Headers.GetValues("X-Amz-Function-Error").Single());
        Assert.Equal("""{"errorMessage":"no","errorType":"X"}""", await answer.Content.ReadAsStringAsync(Token));
    }

    [Fact]
    public async Task Invocation_without_payload_is_an_empty_object()
    {
        var calling = http.PostAsync(Invocations, null, Token);
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
    public async Task Callers_queue_and_are_served_in_turn_by_one_process()
    {
        for (var n = 0; n < 5; n++)
        {
            (await InvokeAsync($"{n}", type: "Event")).Dispose();
        }

        for (var n = 0; n < 5; n++)
        {
            using var taken = await NextAsync();
            Assert.Equal($"{n}", await taken.Content.ReadAsStringAsync(Token));
            (await RespondAsync(Id(taken), "1")).Dispose();
        }
    }

    [Fact]
    public async Task Two_processes_answer_side_by_side()
    {
        Task<HttpResponseMessage>[] waiting = [NextAsync(), NextAsync()];
        Task<HttpResponseMessage>[] calling = [InvokeAsync("1"), InvokeAsync("2")];
        using var first = await waiting[0];
        using var second = await waiting[1];
        foreach (var taken in new[] { second, first })
            (await RespondAsync(Id(taken), await taken.Content.ReadAsStringAsync(Token))).Dispose();
        Assert.Equal("1", await (await calling[0]).Content.ReadAsStringAsync(Token));
        Assert.Equal("2", await (await calling[1]).Content.ReadAsStringAsync(Token));
    }

    [Fact]
    public async Task Process_that_went_away_while_waiting_takes_no_invocation_with_it()
    {
        using (var gone = CancellationTokenSource.CreateLinkedTokenSource(Token))
        {
            var waiting = http.GetAsync($"{Runtime}/invocation/next", gone.Token);
            await UntilAsync(() => emulator.IsWaiting("get-config"));
            await gone.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        }

        await UntilAsync(() => !emulator.IsWaiting("get-config"));
        var calling = InvokeAsync("{}");
        using var taken = await NextAsync();
        (await RespondAsync(Id(taken), "7")).Dispose();
        Assert.Equal("7", await (await calling).Content.ReadAsStringAsync(Token));
    }

    [Fact]
    public async Task Caller_that_went_away_leaves_the_others_in_the_queue()
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var leaving = http.PostAsync(Invocations, new StringContent("1"), gone.Token);
        (await InvokeAsync("2", type: "Event")).Dispose();
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaving);
        string payload;
        do
        {
            using var taken = await NextAsync();
            payload = await taken.Content.ReadAsStringAsync(Token);
            (await RespondAsync(Id(taken), "1")).Dispose();
        }
        while (payload == "1");
        Assert.Equal("2", payload);
    }

    [Fact]
    public async Task Function_that_takes_too_long_times_out_and_its_late_answer_is_refused()
    {
        var calling = InvokeAsync("{}", "/2015-03-31/functions/impatient/invocations");
        using var taken = await http.GetAsync("/impatient/2018-06-01/runtime/invocation/next", Token);
        using var answer = await calling;
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("Unhandled", answer.Headers.GetValues("X-Amz-Function-Error").Single());
        Assert.Equal(
            $$"""{"errorType":"Sandbox.Timedout","errorMessage":"RequestId: {{Id(taken)}} Error: Task timed out after 0.30 seconds"}""",
            await answer.Content.ReadAsStringAsync(Token));
        using var late = await http.PostAsync(
            $"/impatient/2018-06-01/runtime/invocation/{Id(taken)}/response", new StringContent("1"), Token);
        Assert.Equal(HttpStatusCode.BadRequest, late.StatusCode);
    }

    [Fact]
    public async Task Function_without_a_process_says_so()
    {
        using var answer = await InvokeAsync("{}", "/2015-03-31/functions/impatient/invocations");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("Unhandled", answer.Headers.GetValues("X-Amz-Function-Error").Single());
        Assert.Contains("No process of impatient asked for work within 0.3 s", await answer.Content.ReadAsStringAsync(Token));
    }

    [Fact]
    public async Task Process_that_ended_during_a_call_is_its_answer()
    {
        var calling = InvokeAsync("{}");
        using var taken = await NextAsync();
        emulator.FunctionExited("get-config", 137);
        using var answer = await calling;
        Assert.Equal("Unhandled", answer.Headers.GetValues("X-Amz-Function-Error").Single());
        Assert.Contains("Runtime exited with error: exit status 137", await answer.Content.ReadAsStringAsync(Token));
    }

    [Fact]
    public async Task Failure_to_start_goes_to_those_who_wait()
    {
        var calling = InvokeAsync("{}");
        await Task.Delay(50, Token);
        (await http.PostAsync($"{Runtime}/init/error", new StringContent("""{"errorMessage":"no table"}"""), Token)).Dispose();
        using var answer = await calling;
        Assert.Equal("Unhandled", answer.Headers.GetValues("X-Amz-Function-Error").Single());
        Assert.Equal("""{"errorMessage":"no table"}""", await answer.Content.ReadAsStringAsync(Token));
    }

    [Fact]
    public async Task Failure_to_start_is_forgotten_when_a_process_has_started()
    {
        (await http.PostAsync($"{Runtime}/init/error", new StringContent("""{"errorMessage":"no table"}"""), Token)).Dispose();
        var waiting = NextAsync();
        await UntilAsync(() => emulator.IsWaiting("get-config"));
        var calling = InvokeAsync("{}");
        using var taken = await waiting;
        (await RespondAsync(Id(taken), "1")).Dispose();
        Assert.Equal("1", await (await calling).Content.ReadAsStringAsync(Token));
    }

    [Fact]
    public async Task Callers_trace_is_handed_on_as_X_Ray_writes_it()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Invocations) { Content = new StringContent("{}") };
        request.Headers.Add("traceparent", "00-5759e988bd862e3fe1be46a994272793-53995c3f42cd8ad8-00");
        using var untraced = new HttpClient(new SocketsHttpHandler { ActivityHeadersPropagator = null }) { BaseAddress = http.BaseAddress };
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
        using var answer = await http.GetAsync("/get-konfig/2018-06-01/runtime/invocation/next", Token);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("The emulator knows no function get-konfig.", await answer.Content.ReadAsStringAsync(Token));
    }

    [Fact]
    public async Task Stopping_answers_those_who_wait_and_frees_the_port()
    {
        var calling = InvokeAsync("{}");
        var waiting = http.GetAsync("/impatient/2018-06-01/runtime/invocation/next", Token);
        await UntilAsync(() => emulator.IsWaiting("impatient"));
        await emulator.StopAsync(Token);
        await Assert.ThrowsAsync<HttpRequestException>(() => waiting);
        Assert.Contains("has been stopped", await (await calling).Content.ReadAsStringAsync(Token));
        await using var next = new LambdaEmulator(TimeProvider.System);
        await next.StartAsync("127.0.0.1", emulator.Port, Token);
    }

    [Fact]
    public async Task Port_in_use_is_an_error()
    {
        await using var second = new LambdaEmulator(TimeProvider.System);
        await Assert.ThrowsAsync<IOException>(() => second.StartAsync("127.0.0.1", emulator.Port, Token));
    }

    [Fact]
    public async Task Health_is_the_emulators_own() => Assert.Equal("OK", await http.GetStringAsync(LambdaEmulator.HealthPath, Token));

    private static string Id(HttpResponseMessage taken) => taken.Headers.GetValues("Lambda-Runtime-Aws-Request-Id").Single();

    private static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
            await Task.Delay(10, Token);
    }

    private async Task<HttpResponseMessage> InvokeAsync(string payload, string path = Invocations, string? type = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(payload) };
        if (type is not null)
            request.Headers.Add("X-Amz-Invocation-Type", type);
        return await http.SendAsync(request, Token);
    }

    private Task<HttpResponseMessage> NextAsync() => http.GetAsync($"{Runtime}/invocation/next", Token);

    private Task<HttpResponseMessage> RespondAsync(string id, string answer) =>
        http.PostAsync($"{Runtime}/invocation/{id}/response", new StringContent(answer), Token);
}
