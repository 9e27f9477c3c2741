using System.Globalization;
using FlowConfigs.Core;
using FlowConfigs.Core.Calendars;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Table;
using FlowConfigs.Lambda;
using FlowConfigs.Lambda.Aws;
using FlowConfigs.Lambda.Telemetry;
using FlowConfigs.Microsoft365.Calendar;
using FlowConfigs.Microsoft365.Graph;
using FlowConfigs.Microsoft365.Mail;
using FlowConfigs.Microsoft365.SignIn;

namespace FlowConfigs.ConnectHandler.Microsoft365;

/// <summary>Makes the functions of Microsoft 365. Those that a caller waits for name nothing of FlowConfigs.Microsoft365.</summary>
internal static class OfficeHandlers
{
    // Microsoft's part of an invocation: https://learn.microsoft.com/graph/throttling-limits
    private static readonly TimeSpan RequestLimit = TimeSpan.FromSeconds(10);

    /// <summary>The names of the functions, as the end of a sentence.</summary>
    public const string Names = "officeCalendar, refreshCalendar, sendMail or deliverMail";

    /// <summary>The function of that name; null for another tool's.</summary>
    public static Task<LambdaHandler>? PickAsync(string? name, LambdaTelemetry telemetry) => name switch
    {
        "officeCalendar" => OfficeCalendarAsync(telemetry),
        "refreshCalendar" => Task.FromResult(RefreshCalendar(telemetry)),
        "sendMail" => SendMailAsync(telemetry),
        "deliverMail" => Task.FromResult(DeliverMail(telemetry)),
        _ => null,
    };

    private static Task<LambdaHandler> OfficeCalendarAsync(LambdaTelemetry telemetry)
    {
        var (calendars, logger) = (new CalendarStore(Table()), telemetry.Loggers.CreateLogger(nameof(OfficeOpen)));
        var office = new OfficeOpen(calendars, TimeProvider.System, logger);
        return WarmStart.AfterAsync(
            stop => calendars.GetAsync(ConfigId.Parse("any"), stop), logger,
            async (invocation, cancellationToken) => await office.AnswerAsync(Handlers.Read(invocation), cancellationToken));
    }

    private static LambdaHandler RefreshCalendar(LambdaTelemetry telemetry)
    {
        var (variable, time, table) = ((Func<string, string?>)Environment.GetEnvironmentVariable, TimeProvider.System, Table());
        var (graph, tokens) = Graph(variable, time);
        var interval = TimeSpan.FromSeconds(variable("M365_REFRESH_SECONDS") is { Length: > 0 } seconds
            ? int.Parse(seconds, CultureInfo.InvariantCulture)
            : 300);
        var zone = Microsoft365Options.Read(variable).TimeZone;
        var refresh = new CalendarRefresh(
            new(new ConfigStore(table, time), zone, time), new(table), graph,
            new(table, "calendar", variable("AWS_REGION") ?? "local", time), interval, time);
        var function = new RefreshCalendar(refresh, tokens, time, telemetry.Loggers.CreateLogger(nameof(Microsoft365.RefreshCalendar)));
        return async (invocation, cancellationToken) => await function.AnswerAsync(invocation.Payload, cancellationToken);
    }

    private static Task<LambdaHandler> SendMailAsync(LambdaTelemetry telemetry)
    {
        var (table, time) = (Table(), TimeProvider.System);
        var (configs, logger) = (new ConfigStore(table, time), telemetry.Loggers.CreateLogger(nameof(Microsoft365.SendMail)));
        var send = new SendMail(configs, new(new(table, time), time), new(table, time), time, logger);
        return WarmStart.AfterAsync(
            stop => configs.GetChainAsync(ConfigId.Parse("any"), stop), logger,
            async (invocation, cancellationToken) => await send.AnswerAsync(Handlers.Read(invocation), cancellationToken));
    }

    private static LambdaHandler DeliverMail(LambdaTelemetry telemetry)
    {
        var (variable, time, table) = ((Func<string, string?>)Environment.GetEnvironmentVariable, TimeProvider.System, Table());
        var (graph, _) = Graph(variable, time);
        var sender = new MailSender(
            new(table, time), graph, () => new Lease(table, "mail", Guid.NewGuid().ToString(), time), MailSender.DefaultPerMinute, time);
        var deliver = new DeliverMail(sender, time, telemetry.Loggers.CreateLogger(nameof(Microsoft365.DeliverMail)));
        return async (invocation, cancellationToken) => await deliver.AnswerAsync(invocation.Deadline, cancellationToken);
    }

    private static (GraphClient Graph, AccessTokens Tokens) Graph(Func<string, string?> variable, TimeProvider time)
    {
        var options = Microsoft365Options.Read(variable);
        var http = new HttpClient { Timeout = RequestLimit };
        var tokens = new AccessTokens(http, Secrets.Of(options, variable, time).ReadAsync, options, time);
        return (new(http, tokens, options, time), tokens);
    }

    private static DynamoTable Table()
    {
        var options = DynamoDbOptions.Read(Environment.GetEnvironmentVariable);
        return new(DynamoDb.CreateClient(options), options.Table);
    }
}
