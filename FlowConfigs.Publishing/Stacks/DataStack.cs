using Amazon.CDK;
using Amazon.CDK.AWS.DynamoDB;
using Constructs;
using FlowConfigs.Core.Table;
using static FlowConfigs.Publishing.Stacks.Intrinsic;

namespace FlowConfigs.Publishing.Stacks;

/// <summary>
/// The table, with both of its replicas: a global table is defined once, in one Region. Its shape is that of
/// <see cref="FlowConfigsTable"/>; a test compares the two.
/// </summary>
internal sealed class DataStack : TemplateStack
{
    private const int DaysOfRecovery = 35;

    public DataStack(Construct scope)
        : base(scope, "10")
    {
        var two = Given("SecondaryRegion");
        var withKey = When("CustomerKey", "true", "WithCustomerKey");
        var table = new CfnGlobalTable(this, "Table", new CfnGlobalTableProps
        {
            TableName = Sub("flow-configs-${Stage}"),
            BillingMode = "PAY_PER_REQUEST",
            AttributeDefinitions = Attributes("pk", "sk", "listed", "id"),
            KeySchema = Keys("pk", "sk"),
            GlobalSecondaryIndexes = new[]
            {
                new CfnGlobalTable.GlobalSecondaryIndexProperty
                {
                    IndexName = FlowConfigsTable.ListingIndex,
                    KeySchema = Keys("listed", "id"),
                    Projection = new CfnGlobalTable.ProjectionProperty { ProjectionType = "INCLUDE", NonKeyAttributes = ["summary"] },
                },
            },
            // Replicas are kept in step by it.
            StreamSpecification = new CfnGlobalTable.StreamSpecificationProperty { StreamViewType = "NEW_AND_OLD_IMAGES" },
            Replicas = new[] { new CfnGlobalTable.ReplicaSpecificationProperty { Region = Region } },
        });
        table.AddPropertyOverride("TimeToLiveSpecification", new Dictionary<string, object>
        {
            ["AttributeName"] = FlowConfigsTable.TimeToLiveAttribute,
            ["Enabled"] = true,
        });
        // The typed property takes no condition.
        table.AddPropertyOverride("Replicas", new object[]
        {
            Replica(Ref("AWS::Region"), withKey),
            If(two, Replica(Ref("SecondaryRegion"), withKey)),
        });
        table.AddPropertyOverride("SSESpecification", If(withKey, new Dictionary<string, object>
        {
            ["SSEEnabled"] = true,
            ["SSEType"] = "KMS",
        }));
        table.ApplyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
        ScheduledBackup.In(this, Given("BackupSchedule"));
        Publish("table-name", table.Ref);
        Publish("table-stream-arn", table.AttrStreamArn);
    }

    private Dictionary<string, object> Replica(object region, CfnCondition withKey) => new()
    {
        ["Region"] = region,
        ["DeletionProtectionEnabled"] = Protected(true, false),
        ["PointInTimeRecoverySpecification"] = new Dictionary<string, object>
        {
            ["PointInTimeRecoveryEnabled"] = true,
            ["RecoveryPeriodInDays"] = DaysOfRecovery,
        },
        ["SSESpecification"] = If(withKey, new Dictionary<string, object> { ["KMSMasterKeyId"] = RawSub(ArtifactsStack.KeyAlias) }),
    };

    private static CfnGlobalTable.AttributeDefinitionProperty[] Attributes(params string[] names) =>
        [.. names.Select(name => new CfnGlobalTable.AttributeDefinitionProperty { AttributeName = name, AttributeType = "S" })];

    private static CfnGlobalTable.KeySchemaProperty[] Keys(string hash, string range) =>
    [
        new CfnGlobalTable.KeySchemaProperty { AttributeName = hash, KeyType = "HASH" },
        new CfnGlobalTable.KeySchemaProperty { AttributeName = range, KeyType = "RANGE" },
    ];
}
