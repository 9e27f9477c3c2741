using FlowConfigs.LocalHosting;
using FlowConfigs.LocalHosting.Dashboard;

namespace FlowConfigs.Tests.LocalHosting;

/// <summary>A system such as the AppHost runs, for the page's tests.</summary>
internal static class DashboardSample
{
    public const string Secret = "not-for-anybody-else";

    private static readonly DateTimeOffset Started = new(2025, 11, 20, 9, 30, 0, TimeSpan.Zero);

    public static ResourceView Running(string name, string type = "Project") => new()
    {
        Name = name,
        Type = type,
        State = "Running",
        Health = "Healthy",
        StartedAt = Started,
        ProcessId = 4711,
        Commands = Lifecycle(running: true),
    };

    public static ResourceView Waiting(string name, params string[] waitsFor) => new()
    {
        Name = name,
        Type = "Project",
        State = "Waiting",
        WaitsFor = waitsFor,
        Commands = Lifecycle(running: false),
    };

    public static ResourceView Finished(string name) => new()
    {
        Name = name,
        Type = "Executable",
        State = "Finished",
        StartedAt = Started,
        ExitCode = 0,
        Commands = Lifecycle(running: false),
    };

    public static CommandView[] Lifecycle(bool running) =>
    [
        new("start", "Start", null, !running),
        new("stop", "Stop", null, running),
        new("restart", "Restart", null, running),
    ];

    public static DashboardBoard WholeSystem()
    {
        var board = new DashboardBoard(
            new ResourceView { Name = "stage", Type = "Parameter", State = "Running", Health = "Healthy" },
            Running("dynamodb", "DynamoDB Local") with
            {
                Urls = [new("http://localhost:8000", null)],
                HealthReports = [new("list tables", true, "200 in 4 ms", Started)],
            },
            Finished("seed"),
            Running("LambdaServiceEmulator", "Lambda emulator") with { Urls = [new("http://localhost:5050", null)], ProcessId = null },
            Api(),
            GetConfig(),
            Finished("web-installer"),
            Waiting("web", "api", "web-installer") with { Type = "Vite app", Urls = [new("http://localhost:5173", "Flow Configs")] });

        board.Commands["get-config/send-voice-en-US"] = () => Answer("""{"Closure":"false","Welcome":"<b>Welcome</b>","_found":"true"}""");
        board.Commands["get-config/send-chat"] = () => Answer("""{"_found":"true"}""");
        board.Commands["api/restart"] = () => new ExecuteCommandResult { Success = true, Message = "api has been restarted." };
        board.Commands["api/stop"] = () => new ExecuteCommandResult { Success = false, Message = "api did not stop within 10 s." };
        return board;
    }

    private static ResourceView Api() => Running("api") with
    {
        Health = "Unhealthy",
        Urls =
        [
            new("http://localhost:5180", null),
            new("http://localhost:5180/openapi/v1.json", "OpenAPI"),
            new("http://localhost:5180/health", "Health"),
        ],
        WaitsFor = ["dynamodb", "seed"],
        HealthReports = [new("http /health", false, "http://localhost:5180/health: connection refused", Started)],
        Environment =
        [
            new("ASPNETCORE_URLS", "http://127.0.0.1:5180", false),
            new("AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:8000", false),
            new("AWS_REGION", "us-east-1", false),
            new("AWS_SECRET_ACCESS_KEY", Secret, true),
            new("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:18889", false),
            new("OTEL_EXPORTER_OTLP_HEADERS", $"x-otlp-api-key={Secret}", false),
        ],
    };

    private static ResourceView GetConfig() => Running("get-config", "Lambda function") with
    {
        WaitsFor = ["LambdaServiceEmulator", "dynamodb"],
        Commands =
        [
            .. Lifecycle(running: true),
            new("send-voice-en-US", "Send voice-en-US", "A call in English that asks for BasicQueue", true),
            new("send-chat", "Send chat", null, true),
            new("send-later", "Send after the start", null, false),
        ],
    };

    private static ExecuteCommandResult Answer(string json) => new()
    {
        Success = true,
        Data = new CommandResultData { Value = json, Format = CommandResultFormat.Json },
    };
}
