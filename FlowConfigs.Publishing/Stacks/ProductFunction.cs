using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.Logs;
using Amazon.CDK.AWS.SQS;
using static FlowConfigs.Publishing.Stacks.Intrinsic;

namespace FlowConfigs.Publishing.Stacks;

/// <summary>What the parameters of the functions' stack ask for.</summary>
internal sealed record FunctionConditions(
    CfnCondition Collector, CfnCondition CustomerKey, CfnCondition ConnectReserved, CfnCondition ConnectProvisioned,
    CfnCondition ApiReserved);

/// <summary>A function that is there, with its alias "live" and its log group.</summary>
internal sealed record BuiltFunction(CfnFunction Function, CfnAlias Alias, CfnLogGroup Logs, CfnRole Role);

/// <summary>One of our functions: its role, logs, version and alias, and what the parameters add to it.</summary>
internal sealed class ProductFunction(
    Stack stack, string id, string name, Zip zip, FunctionConditions conditions, CfnQueue deadLetters)
{
    public required string Purpose { get; init; }

    /// <summary>What the program finds in _HANDLER.</summary>
    public required string Handler { get; init; }

    public required int Memory { get; init; }

    public required int Seconds { get; init; }

    public required Dictionary<string, object> Environment { get; init; }

    public required Dictionary<string, object>[] Statements { get; init; }

    public (CfnCondition If, string Parameter)? Reserved { get; init; }

    public (CfnCondition If, string Parameter)? Provisioned { get; init; }

    public BuiltFunction Build()
    {
        var logs = FunctionLogs.In(stack, id);
        var role = AddRole(logs);
        var function = AddFunction(role, logs);
        var version = new CfnVersion(stack, $"{id}Version", new CfnVersionProps
        {
            FunctionName = function.Ref,
            // A version is made anew when its description changes; without that the alias would stay with the old code.
            Description = Fn.Sub($"{zip.Hash} ${{Release}}"),
        });
        var alias = new CfnAlias(stack, $"{id}Live", new CfnAliasProps
        {
            Name = "live",
            FunctionName = function.Ref,
            FunctionVersion = version.AttrVersion,
        });
        if (Provisioned is { } provisioned)
        {
            alias.AddPropertyOverride("ProvisionedConcurrencyConfig", If(provisioned.If, new Dictionary<string, object>
            {
                ["ProvisionedConcurrentExecutions"] = Ref(provisioned.Parameter),
            }));
        }

        return new BuiltFunction(function, alias, logs, role);
    }

    private CfnRole AddRole(CfnLogGroup logs)
    {
        var role = new CfnRole(stack, $"{id}Role", new CfnRoleProps
        {
            AssumeRolePolicyDocument = Policy.AssumedBy("lambda.amazonaws.com"),
            Policies = new[]
            {
                new CfnRole.PolicyProperty
                {
                    PolicyName = "function",
                    PolicyDocument = Policy.Of(
                    [
                        FunctionLogs.Write(logs),
                        // https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsx-ray.html has no resources for these.
                        Policy.Allow("Traces", ["xray:PutTraceSegments", "xray:PutTelemetryRecords"], "*"),
                        Policy.Allow("DeadLetters", ["sqs:SendMessage"], deadLetters.AttrArn),
                        .. Statements,
                    ]),
                },
            },
        });
        AddKeyUse(role);
        return role;
    }

    // DynamoDB uses the key in the caller's name.
    private void AddKeyUse(CfnRole role)
    {
        var statement = Policy.Allow(
            "TableKey", ["kms:Decrypt"], Fn.Sub("arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:key/*"));
        statement["Condition"] = new Dictionary<string, object>
        {
            ["StringEquals"] = new Dictionary<string, object> { ["kms:ViaService"] = Fn.Sub("dynamodb.${AWS::Region}.amazonaws.com") },
            ["ForAnyValue:StringEquals"] = new Dictionary<string, object> { ["kms:ResourceAliases"] = Fn.Sub(ArtifactsStack.KeyAlias) },
        };
        var policy = new CfnPolicy(stack, $"{id}KeyUse", new CfnPolicyProps
        {
            PolicyName = "table-key",
            Roles = [role.Ref],
            PolicyDocument = Policy.Of(statement),
        });
        policy.CfnOptions.Condition = conditions.CustomerKey;
    }

    private CfnFunction AddFunction(CfnRole role, CfnLogGroup logs)
    {
        var function = new CfnFunction(stack, id, new CfnFunctionProps
        {
            FunctionName = Fn.Sub($"flow-configs-${{Stage}}-{name}"),
            Description = Purpose,
            Runtime = "provided.al2023",
            Handler = Handler,
            Architectures = [LambdaBuild.Architecture],
            Code = new CfnFunction.CodeProperty { S3Bucket = Fn.Ref("ArtifactBucket"), S3Key = zip.Key },
            Role = role.AttrArn,
            MemorySize = Memory,
            Timeout = Seconds,
            TracingConfig = new CfnFunction.TracingConfigProperty { Mode = "Active" },
            DeadLetterConfig = new CfnFunction.DeadLetterConfigProperty { TargetArn = deadLetters.AttrArn },
            LoggingConfig = FunctionLogs.Json(logs),
        });
        var environment = new Dictionary<string, object>
        {
            ["FLOWCONFIGS_TABLE"] = Fn.Sub("flow-configs-${Stage}"),
            // Nothing reads it: it makes a change of the parameters a change of the function, of which Lambda publishes a version.
            ["FLOWCONFIGS_RELEASE"] = Fn.Ref("Release"),
            [ProductMetrics.Variable] = Fn.Sub(ProductMetrics.Namespace),
            // .NET reads the machine's whole store before its first handshake; these few take a tenth of the time.
            ["SSL_CERT_FILE"] = Fn.Ref("CertificateFile"),
            ["SSL_CERT_DIR"] = "/var/task/none",
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = If(conditions.Collector, "http://localhost:4318"),
        };
        foreach (var (name, value) in Environment)
            environment[name] = value;
        function.AddPropertyOverride("Environment.Variables", environment);
        function.AddPropertyOverride("Layers", If(conditions.Collector, new object[] { Ref("CollectorLayerArn") }));
        if (Reserved is { } reserved)
            function.AddPropertyOverride("ReservedConcurrentExecutions", If(reserved.If, Ref(reserved.Parameter)));
        return function;
    }
}
