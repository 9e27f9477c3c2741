using Amazon.DynamoDBv2;
using FlowConfigs.Api.Phones;
using FlowConfigs.Core.Aliases;
using FlowConfigs.Core.Calls;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Exchange;
using FlowConfigs.Core.History;
using FlowConfigs.Core.Lists;
using FlowConfigs.Core.Phones;
using FlowConfigs.Core.Resolving;
using FlowConfigs.Core.Saving;
using FlowConfigs.Core.Scenarios;
using FlowConfigs.Core.Settings;
using FlowConfigs.Core.Table;
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
        builder.Services.AddSingleton(services => new DynamoTable(
            services.GetRequiredService<IAmazonDynamoDB>(), services.GetRequiredService<IOptions<DynamoDbOptions>>().Value.Table));
        builder.Services.AddSingleton<IBodyReader>(services => services.GetRequiredService<DynamoTable>());
        builder.Services.AddSingleton<ConfigStore>();
        builder.Services.AddSingleton<ConfigLookup>();
        builder.Services.AddSingleton<ConfigHistory>();
        builder.Services.AddSingleton<ConfigCheck>();
        builder.Services.AddSingleton<ConfigWriter>();
        builder.Services.AddSingleton<ConfigsBelow>();
        builder.Services.AddSingleton<ConfigMoves>();
        builder.Services.AddSingleton<ConfigDeletes>();
        builder.Services.AddSingleton<AliasStore>();
        builder.Services.AddSingleton<ScenarioStore>();
        builder.Services.AddSingleton<ScenarioCheck>();
        builder.Services.AddSingleton<ScenarioSwitch>();
        builder.Services.AddSingleton<SettingsStore>();
        builder.Services.AddSingleton<AuditLog>();
        builder.Services.AddSingleton<IPhoneReader, PhoneReader>();
        builder.Services.AddSingleton<ListStore>();
        builder.Services.AddSingleton<ListWriter>();
        builder.Services.AddSingleton<ListDeletion>();
        builder.Services.AddSingleton<CallStore>();
        builder.Services.AddSingleton<Export>();
        builder.Services.AddSingleton<Import>();
    }
}
