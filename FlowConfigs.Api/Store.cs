using Amazon.DynamoDBv2;
using FlowConfigs.Core.Storage;
using FlowConfigs.ServiceDefaults.Aws;
using Microsoft.Extensions.Options;

namespace FlowConfigs.Api;

internal static class Store
{
    public static void AddFlowConfigsStore(this WebApplicationBuilder builder)
    {
        builder.Services.AddDynamoDb();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(services => new ConfigStore(
            services.GetRequiredService<IAmazonDynamoDB>(),
            services.GetRequiredService<IOptions<DynamoDbOptions>>().Value.Table,
            services.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton<ConfigWriter>();
    }
}
