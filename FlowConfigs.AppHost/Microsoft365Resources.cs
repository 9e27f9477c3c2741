using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FlowConfigs.AppHost;

/// <summary>The office calendar and mail on a developer's machine: Microsoft 365's emulator, the functions, and a timer for EventBridge's schedule.</summary>
internal static class Microsoft365Resources
{
    public const string RefreshFunction = "refresh-calendar";

    // As emulators/m365/settings.mjs and calendar.json name them.
    private const string Tenant = "5b1e0b9e-6f0a-4d2c-9a3e-1f2d3c4b5a60";
    private const string Client = "c1a7e2d4-3b5f-4c6d-8e9f-0a1b2c3d4e5f";
    private const string Mailbox = "office@example.com";

    // In AWS a refresh is every five minutes; a developer who edits the calendar should see it sooner.
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private static readonly HttpClient Http = new();

    public static void AddMicrosoft365(
        this IDistributedApplicationBuilder builder, int? port, IResourceBuilder<LambdaEmulatorResource> lambda,
        Func<IResourceBuilder<LambdaProjectResource>, IResourceBuilder<LambdaProjectResource>> local)
    {
        var m365 = builder.AddNodeApp("m365", "emulators", "m365/main.mjs")
            .WithHttpEndpoint(port, env: "PORT", isProxied: false)
            .WithHttpHealthCheck("/health");
        var requests = Path.Combine(builder.AppHostDirectory, "requests");
        var refresh = Function(RefreshFunction, "refreshCalendar").WaitFor(m365).WithSchedule(Interval, lambda.GetEndpoint("http"));
        WithMicrosoft(refresh);
        // A test that waits for this function finds a calendar in the table.
        Function("office-calendar", "officeCalendar").WaitFor(refresh).WithSampleEvents(requests, lambda.GetEndpoint("http"));

        WithMicrosoft(Function("deliver-mail", "deliverMail").WaitFor(m365).WithSchedule(Interval, lambda.GetEndpoint("http")));
        Function("send-mail", "sendMail").WithSampleEvents(requests, lambda.GetEndpoint("http"));

        IResourceBuilder<LambdaProjectResource> Function(string name, string handler) =>
            local(builder.AddAWSLambdaFunction<Projects.FlowConfigs_ConnectHandler>(name, lambdaHandler: handler)).WaitFor(lambda);

        void WithMicrosoft(IResourceBuilder<LambdaProjectResource> function) => function
            .WithEnvironment("M365_TENANT_ID", Tenant)
            .WithEnvironment("M365_CLIENT_ID", Client)
            .WithEnvironment("M365_MAILBOX", Mailbox)
            .WithEnvironment("M365_TIME_ZONE", "America/Chicago")
            .WithEnvironment("M365_SECRET_FILE", Path.Combine(builder.AppHostDirectory, "emulators", "m365", "secret.json"))
            .WithEnvironment("M365_LOGIN_URL", m365.GetEndpoint("http"))
            .WithEnvironment("M365_GRAPH_URL", m365.GetEndpoint("http"))
            .WithEnvironment("M365_REFRESH_SECONDS", Interval.TotalSeconds.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Invokes a function when it is ready, and then again and again, as EventBridge does in AWS.</summary>
    public static IResourceBuilder<LambdaProjectResource> WithSchedule(
        this IResourceBuilder<LambdaProjectResource> function, TimeSpan every, EndpointReference emulator) =>
        function.OnResourceReady(async (resource, ready, stop) =>
        {
            await InvokeAsync(resource.Name, emulator, stop);
            _ = RepeatAsync(resource.Name, every, emulator, ready.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
        });

    private static async Task RepeatAsync(string function, TimeSpan every, EndpointReference emulator, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(every);
        try
        {
            while (await timer.WaitForNextTickAsync(stop))
                await InvokeAsync(function, emulator, stop);
        }
        catch (OperationCanceledException)
        {
            // The AppHost ends.
        }
    }

    private static async Task InvokeAsync(string function, EndpointReference emulator, CancellationToken stop)
    {
        using var body = new StringContent("{}", Encoding.UTF8, "application/json");
        try
        {
            using var answer = await Http.PostAsync(new Uri($"{emulator.Url}/2015-03-31/functions/{function}/invocations"), body, stop);
        }
        catch (HttpRequestException)
        {
            // The emulator was stopped on the dashboard: the next time is another chance.
        }
    }
}
