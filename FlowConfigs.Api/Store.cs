using Amazon.DynamoDBv2;
using FlowConfigs.Core.Exchange;
using FlowConfigs.Core.Storage;
using FlowConfigs.Lambda.Aws;
using FlowConfigs.ServiceDefaults;
using Microsoft.Extensions.Options;

namespace FlowConfigs.Api;

internal static class Store
{
    public static void AddFlowConfigsStore(this WebApplicationBuilder builder)
    {
        builder.Services.AddDynamoDb();
        builder.Services.AddSingleton(TimeProvider.System);
        Add((dynamo, table, time, _) => new ConfigStore(dynamo, table, time));
        Add((dynamo, table, _, services) => new ConfigHistory(dynamo, table, services.GetRequiredService<ConfigStore>()));
        Add((dynamo, table, time, services) => new AliasStore(dynamo, table, services.GetRequiredService<ConfigStore>(), time));
        Add((dynamo, table, time, services) => new ScenarioStore(dynamo, table, services.GetRequiredService<ConfigStore>(), time));
        Add((dynamo, table, time, services) => new ConfigMoves(
            dynamo, table, services.GetRequiredService<ConfigStore>(), services.GetRequiredService<AliasStore>(), time));
        Add((dynamo, table, _, services) => new ConfigDeletes(
            dynamo, table, services.GetRequiredService<ConfigStore>(), services.GetRequiredService<AliasStore>()));
        Add((dynamo, table, time, _) => new SettingsStore(dynamo, table, time));
        Add((dynamo, table, time, _) => new AuditLog(dynamo, table, time));
        builder.Services.AddSingleton<ConfigWriter>();
        builder.Services.AddSingleton<ConfigsBelow>();
        Add((dynamo, table, time, _) => new ListStore(dynamo, table, time));
        Add((dynamo, table, time, _) => new CallStore(dynamo, table, time));
        builder.Services.AddSingleton<ListWriter>();
        builder.Services.AddSingleton<ListDeletion>();
        builder.Services.AddSingleton<Export>();
        builder.Services.AddSingleton<Import>();

        void Add<T>(Func<IAmazonDynamoDB, string, TimeProvider, IServiceProvider, T> make) where T : class =>
            builder.Services.AddSingleton(services => make(
                services.GetRequiredService<IAmazonDynamoDB>(),
                services.GetRequiredService<IOptions<DynamoDbOptions>>().Value.Table,
                services.GetRequiredService<TimeProvider>(),
                services));
    }
}
