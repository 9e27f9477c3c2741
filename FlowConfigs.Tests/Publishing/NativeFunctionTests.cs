using System.Text.Json.Nodes;
using FlowConfigs.Publishing;
using FlowConfigs.Tests.ConnectHandler;

namespace FlowConfigs.Tests.Publishing;

/// <summary>The functions as native code, and as they are published where nothing links.</summary>
[Nightly(Because.ItPublishes)]
[Collection(PublishCollection.Name)]
public sealed class NativeFunctionTests(TheSystem the, Published published) : IClassFixture<TheSystem>
{
    private const string Table = "flow-configs";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("api")]
    [InlineData("connect-handler")]
    public void The_zip_has_the_program_the_certificates_and_the_notices_alone(string zip)
    {
        SkipUnlessNative();
        Assert.Equal(
            ["THIRD-PARTY-NOTICES.txt", "amazon-roots.pem", "bootstrap"],
            Directory.GetFiles(published.Unpacked(zip)).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("api")]
    [InlineData("connect-handler")]
    public async Task The_program_needs_no_newer_glibc_than_Lambda_has(string zip)
    {
        SkipUnlessNative();
        Assert.InRange(await Glibc.NeededByAsync(Path.Combine(published.Unpacked(zip), "bootstrap"), Stop), new(2, 2), Glibc.OfLambda);
    }

    // docs/performance.md, "Constant data as they are": packed data would be a section that each start fills.
    [Theory]
    [InlineData("api")]
    [InlineData("connect-handler")]
    public async Task A_start_unpacks_no_data(string zip)
    {
        SkipUnlessNative();
        Assert.SkipWhen(LambdaBuild.Architecture != "x86_64", "The program for arm64 was never run, so its data are as .NET packs them.");
        var program = await File.ReadAllBytesAsync(Path.Combine(published.Unpacked(zip), "bootstrap"), Stop);
        Assert.Equal(-1, program.AsSpan().IndexOf(".hydrated"u8));
        // ET_EXEC, a fixed address: https://refspecs.linuxfoundation.org/elf/gabi4+/ch4.eheader.html
        Assert.Equal(2, program[16]);
    }

    [Fact]
    public async Task The_traces_metrics_and_logs_arrive_at_the_collector()
    {
        await using var collector = await OtlpReceiver.StartAsync();
        await using var handler = await HandlerProcess.WithoutProgramAsync(published.ConnectHandler);
        handler.Start(environment: [.. OfTable(), ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Url)]);
        await handler.AskAsync("no-such-config");
        foreach (var (signal, text) in new[]
        {
            ("traces", "DynamoDB.BatchGetItem"), ("metrics", "flowconfigs.unknown_ids"), ("logs", "UnknownConfig"),
        })
        {
            while (!collector.Of(signal).Any(sent => sent.Contains(text, StringComparison.Ordinal)))
                await Task.Delay(50, Stop);
        }
    }

    [Fact]
    public async Task Without_a_linker_publish_names_the_remedy_and_every_saved_request_gets_the_same_bytes()
    {
        var log = new Lines();
        var build = new LambdaBuild(Repository.Root, published.Folder, log, new("no-such-linker", [], "gcc"));
        var files = await build.BuildAsync("FlowConfigs.ConnectHandler", Stop);
        Assert.Equal(
            "no-such-linker cannot link: the functions are not native code and start more slowly. Install it: apt-get install gcc",
            Assert.Single(log.Written));

        var requests = Directory.GetFiles(Repository.Path("FlowConfigs.AppHost/requests")).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(12, requests.Count);
        foreach (var (function, handler) in new[]
        {
            ("get-config", "getConfig"), ("is-listed", "isListed"), ("vanity-numbers", "vanityNumbers"), ("office-calendar", "officeCalendar"),
            ("send-mail", "sendMail"),
        })
        {
            await using var withoutLinker = await HandlerProcess.WithoutProgramAsync(files.Single(file => file.IsExecutable).File);
            withoutLinker.Start(handler, environment: [.. OfTable(), ("DOTNET_ROOT", "/nowhere")]);
            foreach (var file in requests.Where(file => FunctionOf(file) == function))
            {
                var request = await File.ReadAllTextAsync(file, Stop);
                var (isError, answer) = await withoutLinker.InvokeAsync(OfNewContact(request));
                Assert.False(isError, answer);
                Assert.Equal(answer, await InvokeAsync(published.Functions.Lambda, function, OfNewContact(request)));
                Assert.Equal(answer, await InvokeAsync(the.Running.Lambda, function, OfNewContact(request)));
            }
        }
    }

    // The same contact gets another answer from sendMail the second time: its mail is queued already.
    private static string OfNewContact(string request)
    {
        var json = JsonNode.Parse(request)!;
        if (json["Details"]?["ContactData"] is JsonObject contact)
            contact["ContactId"] = Guid.NewGuid().ToString();
        return json.ToJsonString();
    }

    private static string FunctionOf(string file) => Path.GetFileName(file) switch
    {
        ['i', 's', ..] => "is-listed",
        ['v', 'a', ..] => "vanity-numbers",
        ['o', 'f', ..] => "office-calendar",
        ['s', 'e', ..] => "send-mail",
        _ => "get-config",
    };

    private static async Task<string> InvokeAsync(HttpClient lambda, string function, string request)
    {
        using var body = new StringContent(request);
        using var answer = await lambda.PostAsync($"/2015-03-31/functions/{function}/invocations", body, Stop);
        return await answer.Content.ReadAsStringAsync(Stop);
    }

    private (string Name, string Value)[] OfTable() =>
        [("AWS_ENDPOINT_URL_DYNAMODB", the.Running.Dynamo.Config.ServiceURL), ("FLOWCONFIGS_TABLE", Table)];

    private void SkipUnlessNative() => Assert.SkipUnless(
        published.IsNative, $"This machine links no native code for Lambda. Install it: apt-get install {NativeLinker.For(LambdaBuild.Architecture).Packages}");
}
