using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Scheduler;

namespace FlowConfigs.Publishing.Stacks;

/// <summary>
/// Exports the table to S3 on a schedule, to the other Region where there is one: a copy that outlives the table and its Region.
/// EventBridge Scheduler makes the call itself, so that no function of ours has to run.
/// </summary>
internal static class ScheduledBackup
{
    private const string Table = "arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/flow-configs-${Stage}";
    private const string Bucket = "arn:${AWS::Partition}:s3:::${BackupBucket}";

    /// <summary>What the exports' names begin with in the bucket; the bucket's lifecycle counts by it too.</summary>
    public const string Prefix = "backups/";

    public static void In(Stack stack, CfnCondition wanted)
    {
        var role = new CfnRole(stack, "BackupRole", new CfnRoleProps
        {
            AssumeRolePolicyDocument = Policy.AssumedBy("scheduler.amazonaws.com"),
            Policies = new[]
            {
                new CfnRole.PolicyProperty
                {
                    PolicyName = "export",
                    // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataExport_Requesting.html
                    PolicyDocument = Policy.Of(
                        Policy.Allow("Export", ["dynamodb:ExportTableToPointInTime"], Fn.Sub(Table)),
                        Policy.Allow(
                            "Write", ["s3:PutObject", "s3:PutObjectAcl", "s3:AbortMultipartUpload"], Fn.Sub($"{Bucket}/{Prefix}*"))),
                },
            },
        });
        role.CfnOptions.Condition = wanted;
        var schedule = new CfnSchedule(stack, "Backup", new CfnScheduleProps
        {
            Name = Fn.Sub("flow-configs-${Stage}-backup"),
            Description = "Exports the table to S3",
            ScheduleExpression = Fn.Ref("BackupSchedule"),
            FlexibleTimeWindow = new CfnSchedule.FlexibleTimeWindowProperty { Mode = "OFF" },
            Target = new CfnSchedule.TargetProperty
            {
                Arn = Fn.Sub("arn:${AWS::Partition}:scheduler:::aws-sdk:dynamodb:exportTableToPointInTime"),
                RoleArn = role.AttrArn,
                Input = Fn.Sub(
                    $$"""{"TableArn":"{{Table}}","S3Bucket":"${BackupBucket}","S3Prefix":"{{Prefix}}scheduled","ExportFormat":"DYNAMODB_JSON"}"""),
            },
        });
        schedule.CfnOptions.Condition = wanted;
    }
}
