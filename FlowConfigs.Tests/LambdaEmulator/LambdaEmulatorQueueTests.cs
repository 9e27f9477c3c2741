using System.Net;
using FlowConfigs.LambdaEmulator;

namespace FlowConfigs.Tests.LambdaEmulator;

/// <summary>Callers and processes that come and go: who waits for whom, and what becomes of those who wait.</summary>
public sealed class LambdaEmulatorQueueTests : EmulatorTest
{
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
            var waiting = Http.GetAsync($"{Runtime}/invocation/next", gone.Token);
            await UntilAsync(() => Emulator.IsWaiting("get-config"));
            await gone.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        }

        await UntilAsync(() => !Emulator.IsWaiting("get-config"));
        var calling = InvokeAsync("{}");
        using var taken = await NextAsync();
        (await RespondAsync(Id(taken), "7")).Dispose();
        Assert.Equal("7", await (await calling).Content.ReadAsStringAsync(Token));
    }

    [Fact]
    public async Task Caller_that_went_away_leaves_the_others_in_the_queue()
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var leaving = Http.PostAsync(Invocations, new StringContent("1"), gone.Token);
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
        using var taken = await Http.GetAsync("/impatient/2018-06-01/runtime/invocation/next", Token);
        using var answer = await calling;
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("Unhandled", answer.Headers.GetValues("X-Amz-Function-Error").Single());
        Assert.Equal(
            $$"""{"errorType":"Sandbox.Timedout","errorMessage":"RequestId: {{Id(taken)}} Error: Task timed out after 0.30 seconds"}""",
            await answer.Content.ReadAsStringAsync(Token));
        using var late = await Http.PostAsync(
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
        Emulator.FunctionExited("get-config", 137);
        using var answer = await calling;
        Assert.Equal("Unhandled", answer.Headers.GetValues("X-Amz-Function-Error").Single());
        Assert.Contains("Runtime exited with error: exit status 137", await answer.Content.ReadAsStringAsync(Token));
    }

    [Fact]
    public async Task Failure_to_start_goes_to_those_who_wait()
    {
        var calling = InvokeAsync("{}");
        await Task.Delay(50, Token);
        (await Http.PostAsync($"{Runtime}/init/error", new StringContent("""{"errorMessage":"no table"}"""), Token)).Dispose();
        using var answer = await calling;
        Assert.Equal("Unhandled", answer.Headers.GetValues("X-Amz-Function-Error").Single());
        Assert.Equal("""{"errorMessage":"no table"}""", await answer.Content.ReadAsStringAsync(Token));
    }

    [Fact]
    public async Task Failure_to_start_is_forgotten_when_a_process_has_started()
    {
        (await Http.PostAsync($"{Runtime}/init/error", new StringContent("""{"errorMessage":"no table"}"""), Token)).Dispose();
        var waiting = NextAsync();
        await UntilAsync(() => Emulator.IsWaiting("get-config"));
        var calling = InvokeAsync("{}");
        using var taken = await waiting;
        (await RespondAsync(Id(taken), "1")).Dispose();
        Assert.Equal("1", await (await calling).Content.ReadAsStringAsync(Token));
    }

    [Fact]
    public async Task Stopping_answers_those_who_wait_and_frees_the_port()
    {
        var calling = InvokeAsync("{}");
        var waiting = Http.GetAsync("/impatient/2018-06-01/runtime/invocation/next", Token);
        await UntilAsync(() => Emulator.IsWaiting("impatient"));
        await Emulator.StopAsync(Token);
        await Assert.ThrowsAsync<HttpRequestException>(() => waiting);
        Assert.Contains("has been stopped", await (await calling).Content.ReadAsStringAsync(Token));
        await using var next = new Emulator(TimeProvider.System);
        await next.StartAsync("127.0.0.1", Emulator.Port, Token);
    }
}
