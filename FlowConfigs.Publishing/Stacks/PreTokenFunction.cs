using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Lambda;

namespace FlowConfigs.Publishing.Stacks;

/// <summary>The user pool's trigger, aws-templates/functions/pre-token.mjs, which puts roles and paths into access tokens.</summary>
internal sealed class PreTokenFunction
{
    private readonly Stack stack;
    private readonly CfnFunction function;

    public PreTokenFunction(Stack stack, Zip zip)
    {
        this.stack = stack;
        var logs = FunctionLogs.In(stack, "PreToken");
        var role = new CfnRole(stack, "PreTokenRole", new CfnRoleProps
        {
            AssumeRolePolicyDocument = Policy.AssumedBy("lambda.amazonaws.com"),
            Policies = new[]
            {
                new CfnRole.PolicyProperty { PolicyName = "logs", PolicyDocument = Policy.Of(FunctionLogs.Write(logs)) },
            },
        });
        function = new CfnFunction(stack, "PreToken", new CfnFunctionProps
        {
            FunctionName = Fn.Sub("flow-configs-${Stage}-pre-token"),
            Description = "Puts roles and paths into access tokens",
            Runtime = "nodejs22.x",
            Handler = "pre-token.handler",
            Architectures = ["x86_64"],
            Code = new CfnFunction.CodeProperty { S3Bucket = Fn.Ref("ArtifactBucket"), S3Key = zip.Key },
            Role = role.AttrArn,
            MemorySize = 128,
            // Cognito waits five seconds, and asks three times.
            Timeout = 5,
            LoggingConfig = FunctionLogs.Json(logs),
        });
    }

    public string Arn => function.AttrArn;

    public void AllowInvocationBy(string userPool) => _ = new CfnPermission(stack, "PreTokenInvocation", new CfnPermissionProps
    {
        Action = "lambda:InvokeFunction",
        FunctionName = function.AttrArn,
        Principal = "cognito-idp.amazonaws.com",
        SourceArn = userPool,
    });
}
