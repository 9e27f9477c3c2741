using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;
using FlowConfigs.AppHost.Publish;
using FlowConfigs.Tests.ConnectHandler;
using Microsoft.Extensions.Logging;

namespace FlowConfigs.Tests.Publish;

/// <summary>What holds of the Connect functions because they are native code.</summary>
[Collection(PublishCollection.Name)]
public sealed partial class NativeFunctionTests(Published published)
{
    // Of Amazon Linux 2023: https://docs.aws.amazon.com/linux/al2023/ug/libraries.html
    private static readonly Version OfLambda = new(2, 34);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Program => Path.Combine(published.Unpacked("connect-handler"), "bootstrap");

    [Fact]
    public void The_zip_has_the_program_and_certificates_and_no_library_of_NET() => Assert.Equal(
        ["amazon-roots.pem", "bootstrap"],
        Directory.GetFiles(published.Unpacked("connect-handler")).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    [Fact]
    public async Task It_needs_no_newer_glibc_than_Lambda_has()
    {
        var text = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(Program, Stop));
        var needed = Glibc().Matches(text).Select(match => Version.Parse(match.Groups["version"].Value)).ToList();
        Assert.NotEmpty(needed);
        Assert.InRange(needed.Max()!, new(2, 0), OfLambda);
    }

    [Fact]
    public async Task Its_traces_metrics_and_logs_arrive()
    {
        await using var collector = await OtlpReceiver.StartAsync();
        await using var handler = await HandlerProcess.WithoutProgramAsync();
        handler.Start(Program, With("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Url));
        await handler.AskAsync("no-such-config");
        foreach (var (signal, text) in new[]
        {
            ("traces", "DynamoDB.BatchGetItem"), ("metrics", "flowconfigs.unknown_ids"), ("logs", "no-such-config"),
        })
        {
            while (!collector.Of(signal).Any(sent => sent.Contains(text, StringComparison.Ordinal)))
                await Task.Delay(50, Stop);
        }
    }

    [Fact]
    public async Task Without_the_linker_it_is_published_for_NETs_own_runtime_says_so_and_answers_the_same()
    {
        var log = new Lines();
        var build = new LambdaBuild(Repository.Root, published.Folder, log, linker: "no-such-linker");
        var files = await build.BuildAsync("FlowConfigs.ConnectHandler", Stop);
        Assert.Contains(files, file => file.Name == "libcoreclr.so");
        Assert.StartsWith("no-such-linker was not found", Assert.Single(log.Written));

        await using var handler = await HandlerProcess.WithoutProgramAsync();
        handler.Start(files.Single(file => file.IsExecutable).File, With("DOTNET_ROOT", "/nowhere"));
        foreach (var name in new[] { "voice-en-US", "voice-language-from-contact", "chat-null-endpoints", "unknown-config-no-language" })
        {
            var request = await File.ReadAllTextAsync(Repository.Path($"FlowConfigs.AppHost/requests/{name}.json"), Stop);
            var (isError, answer) = await handler.InvokeAsync(request);
            Assert.False(isError, answer);
            using var body = new StringContent(request);
            using var native = await published.Functions.Lambda.PostAsync("/2015-03-31/functions/get-config/invocations", body, Stop);
            Assert.Equal(await native.Content.ReadAsStringAsync(Stop), answer);
        }
    }

    private Dictionary<string, string> With(string name, string value) =>
        new(published.Functions.GetConfigEnvironment) { [name] = value };

    private sealed class Lines : ILogger
    {
        public List<string> Written { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Written.Add(formatter(state, exception));
    }

    [GeneratedRegex(@"\0GLIBC_(?<version>2\.[0-9]+)")]
    private static partial Regex Glibc();
}

/// <summary>The certificate authorities that functions trust.</summary>
public sealed class AmazonRootsTests
{
    [Fact]
    public void They_are_those_of_AWS_and_good_for_another_year()
    {
        var roots = new X509Certificate2Collection();
        roots.ImportFromPemFile(Repository.Path("FlowConfigs.Lambda/amazon-roots.pem"));
        Assert.Equal(
            [
                ("Amazon Root CA 1", "2038-01-17"), ("Amazon Root CA 2", "2040-05-26"), ("Amazon Root CA 3", "2040-05-26"),
                ("Amazon Root CA 4", "2040-05-26"), ("Starfield Services Root Certificate Authority - G2", "2037-12-31"),
            ],
            roots.Select(root => (root.GetNameInfo(X509NameType.SimpleName, false), $"{root.NotAfter.ToUniversalTime():yyyy-MM-dd}")));
        Assert.All(roots, root => Assert.True(root.NotAfter > TimeProvider.System.GetUtcNow().AddYears(1), $"{root.Subject} ends soon"));
    }
}
