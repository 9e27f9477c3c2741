using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace FlowConfigs.AppHost;

/// <summary>
/// The AppHost's command line: <c>--port-offset N</c>, <c>--data DIR</c>, <c>--sign-in on|off</c>,
/// <c>--web dev|built</c>, and <c>--operation run|publish</c> with <c>--step</c> and <c>--output-path</c>, which the hosting reads, and
/// <c>--contact-center FILE</c>.
/// </summary>
internal sealed record AppHostOptions
{
    private static readonly string[] Known =
        ["--port-offset", "--data", "--sign-in", "--web", "--operation", "--step", "--output-path", "--contact-center"];

    private static readonly string[] Steps = ["publish", "cloudformation", "templates", "connect"];

    // Scripts rely on these ports, moved by the offset.
    private const int Dashboard = 18888;
    private const int Telemetry = 18889;
    private const int Api = 5180;
    private const int Web = 5173;
    private const int Workspace = 5174;
    private const int Emulator = 5050;
    private const int DynamoDb = 8000;
    private const int Cognito = 9229;
    private const int IdentityProvider = 9230;
    private const int VerifiedPermissions = 9231;
    private const int Microsoft365 = 9232;

    public int PortOffset { get; private init; }

    /// <summary>Where DynamoDB Local keeps its files; null keeps the data in memory, and every start has the seed data only.</summary>
    public string? DataFolder { get; private init; }

    /// <summary>Whether users must sign in; without sign-in, every user can do everything.</summary>
    public bool SignIn { get; private init; }

    /// <summary>
    /// The web app's npm script: <c>dev</c> shows every change of its files at once; <c>built</c> has each page in a few files, as in
    /// AWS, and so loads pages faster.
    /// </summary>
    public string WebScript { get; private init; } = "dev";

    /// <summary>The model of a Connect instance to publish; null publishes the examples.</summary>
    public string? ContactCenter { get; private init; }

    /// <summary>What is wrong with the command line, in one line.</summary>
    public string? Problem { get; private init; }

    public int DashboardPort => Dashboard + PortOffset;

    public int TelemetryPort => Telemetry + PortOffset;

    public int ApiPort => Api + PortOffset;

    public int WebPort => Web + PortOffset;

    public int WorkspacePort => Workspace + PortOffset;

    public int EmulatorPort => Emulator + PortOffset;

    public int DynamoDbPort => DynamoDb + PortOffset;

    public int CognitoPort => Cognito + PortOffset;

    public int IdentityProviderPort => IdentityProvider + PortOffset;

    public int VerifiedPermissionsPort => VerifiedPermissions + PortOffset;

    public int Microsoft365Port => Microsoft365 + PortOffset;

    public static AppHostOptions Read(IConfiguration configuration, string[] args)
    {
        var operation = Value("--operation") ?? "run";
        if (operation is not ("run" or "publish"))
            return new AppHostOptions { Problem = $"--operation {operation} is not known: there are run and publish" };

        // Aspire and .NET have options of their own with a colon, such as --Parameters:stage; any other is a slip of the pen.
        if (args.FirstOrDefault(IsUnknown) is { } unknown)
            return new AppHostOptions { Problem = $"{unknown} is not an option: there are {string.Join(", ", Known)}" };

        if (Known.FirstOrDefault(LacksValue) is { } bare)
            return new AppHostOptions { Problem = $"{bare} needs a value after it" };

        if (operation == "publish" && Value("--step") is { } step && !Steps.Contains(step))
            return new AppHostOptions { Problem = $"--step {step} is not known: there are {string.Join(", ", Steps)}" };

        if (operation == "publish" && Value("--output-path") is null)
            return new AppHostOptions { Problem = "--output-path is missing: it names the folder to write to, as in --output-path out" };

        var offset = configuration["port-offset"] ?? "0";
        if (!int.TryParse(offset, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var ports))
            return new AppHostOptions { Problem = $"--port-offset {offset} is not a whole number: write for example --port-offset 100" };

        const int Lowest = 1 - Emulator;
        const int Highest = 65535 - Telemetry;
        if (ports is < Lowest or > Highest)
        {
            return new AppHostOptions
            {
                Problem = $"--port-offset {ports} leads to ports that do not exist: it is from {Lowest} to {Highest}",
            };
        }

        var signIn = configuration["sign-in"] ?? "on";
        if (signIn is not ("on" or "off"))
            return new AppHostOptions { Problem = $"--sign-in {signIn} is not known: write --sign-in on, or --sign-in off" };

        var web = configuration["web"] ?? "dev";
        if (web is not ("dev" or "built"))
            return new AppHostOptions { Problem = $"--web {web} is not known: write --web dev, or --web built" };

        if (configuration["contact-center"] is not null && operation != "publish")
            return new AppHostOptions { Problem = "--contact-center belongs to publishing: add --operation publish --step connect" };

        var data = configuration["data"];
        return new AppHostOptions
        {
            PortOffset = ports,
            DataFolder = data is null ? null : Path.GetFullPath(data),
            SignIn = signIn == "on",
            WebScript = web,
            ContactCenter = configuration["contact-center"] is { } model ? Path.GetFullPath(model) : null,
        };

        bool IsUnknown(string arg) =>
            arg.StartsWith("--", StringComparison.Ordinal) && !arg.Contains(':') && !Known.Contains(arg.Split('=')[0]);

        bool LacksValue(string option) => args.Contains(option) && Value(option) is null;

        string? Value(string option)
        {
            var at = Array.IndexOf(args, option);
            return at >= 0 && at + 1 < args.Length && !args[at + 1].StartsWith("--", StringComparison.Ordinal)
                ? args[at + 1]
                : args.FirstOrDefault(arg => arg.StartsWith(option + "=", StringComparison.Ordinal))?[(option.Length + 1)..];
        }
    }
}
