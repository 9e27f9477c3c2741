using System.Text.Json;
using FlowConfigs.ConnectHandler.Microsoft365;
using FlowConfigs.Core;
using FlowConfigs.Core.Lists;
using FlowConfigs.Core.Resolving;
using FlowConfigs.Core.Table;
using FlowConfigs.Lambda;
using FlowConfigs.Lambda.Aws;
using FlowConfigs.Lambda.Telemetry;
using FlowConfigs.Vanity;

namespace FlowConfigs.ConnectHandler;

/// <summary>One program, several functions: _HANDLER says which one this process is.</summary>
internal static class Handlers
{
    public static Task<LambdaHandler> PickAsync(string? name, LambdaTelemetry telemetry) => name switch
    {
        "getConfig" => Task.FromResult(GetConfigHandler(telemetry)),
        "isListed" => IsListedAsync(telemetry),
        "vanityNumbers" => VanityNumbersAsync(telemetry),
        _ => OfficeHandlers.PickAsync(name, telemetry) ?? throw new InvalidOperationException(
            $"_HANDLER is '{name}': set it to getConfig, isListed, vanityNumbers, {OfficeHandlers.Names}."),
    };

    private static LambdaHandler GetConfigHandler(LambdaTelemetry telemetry)
    {
        var options = DynamoDbOptions.Read(Environment.GetEnvironmentVariable).Checked();
        var cacheFor = CacheTime.Read(Environment.GetEnvironmentVariable);
        var logger = telemetry.Loggers.CreateLogger(nameof(GetConfig));
        var bodies = new TableBodies(
            options, () => InCallConnections.Credentials(options, Environment.GetEnvironmentVariable), TimeProvider.System);
        var chains = new ChainReader(new ConfigLookup(bodies), cacheFor, TimeProvider.System, logger);
        var getConfig = new GetConfig(chains, TimeProvider.System, logger);
        return async (invocation, cancellationToken) => await getConfig.AnswerAsync(Read(invocation), cancellationToken);
    }

    private static Task<LambdaHandler> IsListedAsync(LambdaTelemetry telemetry)
    {
        var options = DynamoDbOptions.Read(Environment.GetEnvironmentVariable);
        var store = new ListStore(new(DynamoDb.CreateClient(options), options.Table), TimeProvider.System);
        var logger = telemetry.Loggers.CreateLogger(nameof(IsListed));
        var isListed = new IsListed(store, TimeProvider.System, logger);
        return WarmStart.AfterAsync(
            stop => store.LookUpAsync(ConfigId.Parse("any"), key: null, stop), logger,
            async (invocation, cancellationToken) => await isListed.AnswerAsync(Read(invocation), cancellationToken));
    }

    // Only here is anything of FlowConfigs.Vanity named: getConfig's process never loads it.
    private static Task<LambdaHandler> VanityNumbersAsync(LambdaTelemetry telemetry)
    {
        var options = DynamoDbOptions.Read(Environment.GetEnvironmentVariable);
        var (table, time) = (new DynamoTable(DynamoDb.CreateClient(options), options.Table), TimeProvider.System);
        var rules = new VanityRules(new(table, time), new(table, time), time);
        var logger = telemetry.Loggers.CreateLogger(nameof(VanityNumbers));
        var vanityNumbers = new VanityNumbers(new(WordIndex.Load()), rules, new(table, time), time, logger);
        return WarmStart.AfterAsync(
            rules.ReadAsync, logger,
            async (invocation, cancellationToken) => await vanityNumbers.AnswerAsync(Read(invocation), cancellationToken));
    }

    public static ConnectEvent Read(LambdaInvocation invocation)
    {
        var reader = new Utf8JsonReader(invocation.Payload.Span);
        // A text, a list, a number or null asks for nothing; which function it came to says what was expected.
        return reader.Read() && reader.TokenType != JsonTokenType.StartObject
            ? new()
            : JsonSerializer.Deserialize(invocation.Payload.Span, ConnectJson.Default.ConnectEvent)!;
    }
}
