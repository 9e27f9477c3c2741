using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.SQS;
using Constructs;

namespace FlowConfigs.Publishing.Stacks;

/// <summary>The functions, under the same names in both Regions, and the REST API before one of them.</summary>
internal sealed class ApiStack : TemplateStack
{
    private const string GetConfigName = "flow-configs-${Stage}-get-config";
    private const string Table = "arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/flow-configs-${Stage}";
    private const string Function = "arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:";
    private const int DaysOfDeadLetters = 14;

    // What a transaction does is granted by the actions of its parts:
    // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis-iam.html
    private static readonly string[] ReadAndWrite =
    [
        "dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query", "dynamodb:PutItem", "dynamodb:UpdateItem",
        "dynamodb:DeleteItem", "dynamodb:ConditionCheckItem",
        // For /health.
        "dynamodb:DescribeTable",
    ];

    public ApiStack(Construct scope, Zips zips)
        : base(scope, "40")
    {
        var conditions = new FunctionConditions(
            Given("CollectorLayerArn"), When("CustomerKey", "true", "WithCustomerKey"),
            Unless("ConnectReservedConcurrency", "-1", "WithConnectReserved"),
            Unless("ConnectProvisionedConcurrency", "0", "WithConnectProvisioned"),
            Unless("ApiReservedConcurrency", "-1", "WithApiReserved"));
        var deadLetters = AddDeadLetters();

        var api = new ProductFunction(this, "Api", "api", zips.Api, conditions, deadLetters)
        {
            Purpose = "The REST API",
            Handler = "api",
            Memory = 1024,
            // API Gateway waits 29 s.
            Seconds = 29,
            Environment = ApiEnvironment(Given("SecondaryRegion")),
            Statements =
            [
                Policy.Allow("Table", ReadAndWrite, Sub(Table), Sub($"{Table}/index/listing")),
                // What the web app reads back after a change goes the way that contact flows go.
                Policy.Allow(
                    "ReadBack",
                    ["lambda:InvokeFunction"],
                    Sub(Function + GetConfigName), Sub(Function + Microsoft365Functions.RefreshName)),
                Policy.Allow("Decide", ["verifiedpermissions:IsAuthorizedWithToken"], Value("PolicyStoreArn")),
            ],
            Reserved = (conditions.ApiReserved, "ApiReservedConcurrency"),
        }.Build();
        AllowSpeech();
        var getConfig = ForConnect("GetConfig", "get-config", "getConfig", "Gives a contact flow the values of a config", new()
        {
            ["FLOWCONFIGS_CACHE_SECONDS"] = Value("CacheSeconds"),
        });
        var isListed = ForConnect("IsListed", "is-listed", "isListed", "Tells a contact flow whether a caller is on a list", []);
        var vanityNumbers = ForConnect(
            "VanityNumbers", "vanity-numbers", "vanityNumbers", "Writes a caller's number with words", [],
            // The blocked words, the settings, and the call.
            "dynamodb:Query", "dynamodb:GetItem", "dynamodb:PutItem");
        SavedQueries.Add(this, api.Logs, getConfig.Logs, isListed.Logs);

        var rest = new RestApi(this, api.Alias);
        Publish("api-id", rest.Id);
        Publish("api-url", rest.Url);
        Publish("connect-sources", $"{rest.Origin} {Sub("https://cognito-idp.${AWS::Region}.amazonaws.com")} {Value("SignInUrl")}");
        Publish("get-config-arn", getConfig.Alias.Ref);
        Publish("is-listed-arn", isListed.Alias.Ref);
        Publish("vanity-numbers-arn", vanityNumbers.Alias.Ref);
        var office = new Microsoft365Functions(this, zips.ConnectHandler, conditions, deadLetters, Given(Microsoft365Parameters.Switch));
        foreach (var (key, value) in office.Add((id, name, handler, purpose, onTable) => ForConnect(id, name, handler, purpose, [], onTable)))
            Publish(key, value);

        BuiltFunction ForConnect(
            string id, string name, string handler, string purpose, Dictionary<string, object> environment, params string[] onTable)
        {
            var built = new ProductFunction(this, id, name, zips.ConnectHandler, conditions, deadLetters)
            {
                Purpose = purpose,
                Handler = handler,
                // More memory is more processor, and a caller hears silence until it has started.
                Memory = 1024,
                // Connect gives up after 8 s at the latest.
                Seconds = 8,
                Environment = environment,
                Statements = [Policy.Allow("Table", onTable is [] ? ["dynamodb:BatchGetItem"] : onTable, Sub(Table))],
                Reserved = (conditions.ConnectReserved, "ConnectReservedConcurrency"),
                Provisioned = (conditions.ConnectProvisioned, "ConnectProvisionedConcurrency"),
            }.Build();
            AllowConnect($"{id}ByConnect", built.Function.Ref);
            AllowConnect($"{id}LiveByConnect", built.Alias.Ref);
            return built;
        }
    }

    // The alias, which is what get-config-arn publishes.
    private static string GetConfigArnIn(string region) =>
        $"arn:${{AWS::Partition}}:lambda:${{{region}}}:${{AWS::AccountId}}:function:{GetConfigName}:live";

    private Dictionary<string, object> ApiEnvironment(CfnCondition two) => new()
    {
        ["FLOWCONFIGS_USER_POOL"] = Sub("https://cognito-idp.${AWS::Region}.amazonaws.com/${UserPoolId}"),
        ["FLOWCONFIGS_USER_POOL_CLIENT"] = Value("WebClientId"),
        ["FLOWCONFIGS_SIGN_IN_URL"] = Value("SignInUrl"),
        ["FLOWCONFIGS_SIGN_IN_PROVIDER"] = Value("ProviderName"),
        ["FLOWCONFIGS_POLICY_STORE"] = Value("PolicyStoreId"),
        ["FLOWCONFIGS_GET_CONFIG_FUNCTION"] = Sub(GetConfigName),
        // Of both Regions in each, because the web app reads them from whichever answers.
        ["FLOWCONFIGS_GET_CONFIG_ARNS"] = Fn.ConditionIf(
            two.LogicalId, Sub($"{GetConfigArnIn("PrimaryRegion")},{GetConfigArnIn("SecondaryRegion")}"), Sub(GetConfigArnIn("PrimaryRegion"))).ToString(),
        ["FLOWCONFIGS_REFRESH_CALENDAR_FUNCTION"] = Fn.ConditionIf(
            Given(Microsoft365Parameters.Switch).LogicalId, Sub(Microsoft365Functions.RefreshName), "").ToString(),
        ["FLOWCONFIGS_SPEECH"] = Value("Speech"),
        ["FLOWCONFIGS_WEB_ORIGIN"] = Sub("https://${HostName}"),
    };

    private void AllowSpeech()
    {
        var policy = new CfnPolicy(this, "ApiSpeech", new CfnPolicyProps
        {
            PolicyName = "speech",
            Roles = [Value("ApiRole")],
            // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonpolly.html has lexicons only, and none is used.
            PolicyDocument = Policy.Of(Policy.Allow("Speak", ["polly:SynthesizeSpeech"], "*")),
        });
        policy.CfnOptions.Condition = When("Speech", "polly", "WithSpeech");
    }

    private CfnQueue AddDeadLetters()
    {
        var queue = new CfnQueue(this, "DeadLetters", new CfnQueueProps
        {
            QueueName = Sub("flow-configs-${Stage}-dead-letters"),
            SqsManagedSseEnabled = true,
            MessageRetentionPeriod = DaysOfDeadLetters * 24 * 60 * 60,
        });
        _ = new CfnQueuePolicy(this, "DeadLettersPolicy", new CfnQueuePolicyProps
        {
            Queues = [queue.Ref],
            PolicyDocument = Policy.Of(Policy.TlsOnly("sqs", queue.AttrArn)),
        });
        return queue;
    }

    // Flows may name the function or its alias; each is a resource with a policy of its own.
    private void AllowConnect(string id, string function) => _ = new CfnPermission(this, id, new CfnPermissionProps
    {
        Action = "lambda:InvokeFunction",
        FunctionName = function,
        Principal = "connect.amazonaws.com",
        SourceAccount = Account,
        SourceArn = Value("ConnectInstanceArn"),
    });
}
