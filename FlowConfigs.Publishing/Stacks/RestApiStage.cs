using Amazon.CDK;
using Amazon.CDK.AWS.APIGateway;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.WAFv2;
using static FlowConfigs.Publishing.Stacks.Intrinsic;

namespace FlowConfigs.Publishing.Stacks;

/// <summary>What is deployed of the REST API: its one stage, with access logs, throttling, and the firewall where there is one.</summary>
internal sealed class RestApiStage
{
    public const string Name = "v1";

    /// <summary>
    /// The deployment's id in the template, after which <see cref="Templates"/> writes a hash of what it deploys: API Gateway
    /// serves a deployment, not what is defined, and CloudFormation makes a new one under a new id only.
    /// </summary>
    public const string Deployment = "Deployment";

    private const int Rate = 200;
    private const int Burst = 400;

    // Without the path: an entry of a list has its key there, such as a phone number. The trace leads to the route.
    private const string AccessLine =
        """
        {"requestId":"$context.requestId","time":"$context.requestTime","method":"$context.httpMethod",
        "status":"$context.status","bytes":"$context.responseLength","milliseconds":"$context.responseLatency",
        "functionMilliseconds":"$context.integrationLatency","address":"$context.identity.sourceIp","user":"$context.authorizer.claims.sub",
        "error":"$context.error.responseType","trace":"$context.xrayTraceId"}
        """;

    public RestApiStage(Stack stack, CfnRestApi api, IEnumerable<Amazon.CDK.CfnResource> deployed)
    {
        var deployment = new CfnDeployment(stack, Deployment, new CfnDeploymentProps { RestApiId = api.Ref });
        foreach (var resource in deployed)
            deployment.AddDependency(resource);

        var logs = FunctionLogs.In(stack, "Access");
        var stage = new CfnStage(stack, "Live", new CfnStageProps
        {
            RestApiId = api.Ref,
            DeploymentId = deployment.Ref,
            StageName = Name,
            TracingEnabled = true,
            AccessLogSetting = new CfnStage.AccessLogSettingProperty
            {
                DestinationArn = logs.AttrArn,
                Format = AccessLine.ReplaceLineEndings(""),
            },
            MethodSettings = new[]
            {
                new CfnStage.MethodSettingProperty
                {
                    HttpMethod = "*",
                    ResourcePath = "/*",
                    MetricsEnabled = true,
                    LoggingLevel = "ERROR",
                    ThrottlingRateLimit = Rate,
                    ThrottlingBurstLimit = Burst,
                },
            },
        });
        AddLogRole(stack, stage);
        AddFirewall(stack, stage);
    }

    // The account has one role by which API Gateway writes logs, for all of its APIs.
    // https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html
    private static void AddLogRole(Stack stack, CfnStage stage)
    {
        var wanted = new CfnCondition(stack, "WithGatewayLogRole", new CfnConditionProps
        {
            Expression = Fn.ConditionEquals(Fn.Ref("GatewayLogRole"), "true"),
        });
        var role = new CfnRole(stack, "GatewayLogs", new CfnRoleProps
        {
            AssumeRolePolicyDocument = Policy.AssumedBy("apigateway.amazonaws.com"),
            ManagedPolicyArns =
            [
                Fn.Sub("arn:${AWS::Partition}:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs"),
            ],
        });
        role.CfnOptions.Condition = wanted;
        role.ApplyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
        var account = new CfnAccount(stack, "GatewayAccount", new CfnAccountProps { CloudWatchRoleArn = role.AttrArn });
        account.CfnOptions.Condition = wanted;
        account.ApplyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
        // The stage comes after the role, which it names for that alone: DependsOn would name what there may not be.
        stage.AddPropertyOverride(
            "Description", If(wanted, RawSub("Logs by the role of ${GatewayAccount}"), "Logs by the account's role"));
    }

    private static void AddFirewall(Stack stack, CfnStage stage)
    {
        var link = new CfnWebACLAssociation(stack, "Firewall", new CfnWebACLAssociationProps
        {
            WebAclArn = Fn.Ref("WebAclArn"),
            ResourceArn = Fn.Sub($"arn:${{AWS::Partition}}:apigateway:${{AWS::Region}}::/restapis/${{Rest}}/stages/{Name}"),
        });
        link.AddDependency(stage);
        link.CfnOptions.Condition = new CfnCondition(stack, "WithWebAclArn", new CfnConditionProps
        {
            Expression = Fn.ConditionNot(Fn.ConditionEquals(Fn.Ref("WebAclArn"), "")),
        });
    }
}
