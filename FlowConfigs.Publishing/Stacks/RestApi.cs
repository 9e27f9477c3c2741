using Amazon.CDK;
using Amazon.CDK.AWS.APIGateway;
using Amazon.CDK.AWS.Lambda;
using static FlowConfigs.Publishing.Stacks.Intrinsic;

namespace FlowConfigs.Publishing.Stacks;

/// <summary>
/// The REST API: everything goes to the function, with an access token of the user pool; a preflight goes without one, because browsers
/// send none. "/" has no method: whatever stands in front of {proxy+} would need an authorizer of its own.
/// </summary>
internal sealed class RestApi
{
    private static readonly string[] Refused = ["4XX", "5XX"];

    private readonly Stack stack;
    private readonly CfnCondition isPrivate;
    private readonly CfnRestApi api;

    public RestApi(Stack stack, CfnAlias function)
    {
        this.stack = stack;
        isPrivate = new CfnCondition(stack, "IsPrivate", new CfnConditionProps
        {
            Expression = Fn.ConditionEquals(Fn.Ref("ApiEndpointType"), "PRIVATE"),
        });
        RequireEndpoints();
        api = AddApi();
        Stage = new RestApiStage(stack, api, [.. AddMethods(function), .. AddRefusals()]);
        _ = new CfnPermission(stack, "ApiByGateway", new CfnPermissionProps
        {
            Action = "lambda:InvokeFunction",
            FunctionName = function.Ref,
            Principal = "apigateway.amazonaws.com",
            SourceArn = Fn.Sub("arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${Rest}/*"),
        });
    }

    public string Id => api.Ref;

    public RestApiStage Stage { get; }

    public string Url => $"{Origin}/{RestApiStage.Name}";

    /// <summary>
    /// scheme://host. A private API has a name for each of its endpoints, which DNS knows outside the VPC too:
    /// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-api-test-invoke-url.html
    /// </summary>
    public string Origin => Fn.ConditionIf(
        isPrivate.LogicalId,
        Fn.Sub("https://${Rest}-${Endpoint}.execute-api.${AWS::Region}.amazonaws.com", new Dictionary<string, string>
        {
            ["Endpoint"] = Fn.Select(0, ((CfnParameter)stack.Node.FindChild("VpcEndpointIds")).ValueAsList),
        }),
        Fn.Sub("https://${Rest}.execute-api.${AWS::Region}.amazonaws.com")).ToString();

    private void RequireEndpoints() => _ = new CfnRule(stack, "PrivateHasEndpoints", new CfnRuleProps
    {
        RuleCondition = Fn.ConditionEquals(Fn.Ref("ApiEndpointType"), "PRIVATE"),
        Assertions =
        [
            new CfnRuleAssertion
            {
                Assert = Fn.ConditionNot(Fn.ConditionContains(((CfnParameter)stack.Node.FindChild("VpcEndpointIds")).ValueAsList, "")),
                AssertDescription = "VPC_ENDPOINT_IDS is empty: the network administrator has it, for each Region",
            },
        ],
    });

    private CfnRestApi AddApi()
    {
        var rest = new CfnRestApi(stack, "Rest", new CfnRestApiProps
        {
            Name = Fn.Sub("flow-configs-${Stage}"),
            Description = "Flow Configs",
            // Bodies come and go as base64, so that a file stays what it was:
            // https://docs.aws.amazon.com/apigateway/latest/developerguide/lambda-proxy-binary-media.html
            BinaryMediaTypes = ["*/*"],
            // The list of 3,000 configs is 1 MB, and less than a tenth of that compressed.
            MinimumCompressionSize = 1024,
            EndpointConfiguration = new CfnRestApi.EndpointConfigurationProperty { Types = [Fn.Ref("ApiEndpointType")] },
        });
        rest.AddPropertyOverride("EndpointConfiguration.VpcEndpointIds", If(isPrivate, Ref("VpcEndpointIds")));
        rest.AddPropertyOverride("Policy", Policy.Of(Policy.AllowTo(
            "Callers",
            new() { ["AWS"] = "*" },
            ["execute-api:Invoke"],
            ["execute-api:/*"],
            If(
                isPrivate,
                Policy.Condition("StringEquals", "aws:SourceVpce", Ref("VpcEndpointIds")),
                Policy.Condition("IpAddress", "aws:SourceIp", Ref("AllowedAddresses"))))));
        return rest;
    }

    private CfnMethod[] AddMethods(CfnAlias function)
    {
        var authorizer = new CfnAuthorizer(stack, "SignedIn", new CfnAuthorizerProps
        {
            RestApiId = api.Ref,
            Name = "user-pool",
            Type = "COGNITO_USER_POOLS",
            IdentitySource = "method.request.header.Authorization",
            ProviderArns = [Fn.Ref("UserPoolArn")],
        });
        var everything = new Amazon.CDK.AWS.APIGateway.CfnResource(stack, "Everything", new Amazon.CDK.AWS.APIGateway.CfnResourceProps
        {
            RestApiId = api.Ref,
            ParentId = api.AttrRootResourceId,
            PathPart = "{proxy+}",
        });
        return
        [
            new CfnMethod(stack, "SignedInMethod", new CfnMethodProps
            {
                RestApiId = api.Ref,
                ResourceId = everything.Ref,
                HttpMethod = "ANY",
                AuthorizationType = "COGNITO_USER_POOLS",
                AuthorizerId = authorizer.Ref,
                // With a scope access tokens are taken; without one, identity tokens are.
                AuthorizationScopes = ["openid"],
                Integration = ToFunction(function),
            }),
            // The function has the rules of who may call from where; a mock would have them a second time.
            new CfnMethod(stack, "PreflightMethod", new CfnMethodProps
            {
                RestApiId = api.Ref,
                ResourceId = everything.Ref,
                HttpMethod = "OPTIONS",
                AuthorizationType = "NONE",
                Integration = ToFunction(function),
            }),
        ];
    }

    private static CfnMethod.IntegrationProperty ToFunction(CfnAlias function) => new()
    {
        Type = "AWS_PROXY",
        IntegrationHttpMethod = "POST",
        Uri = Fn.Sub(
            "arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Function}/invocations",
            new Dictionary<string, string> { ["Function"] = function.Ref }),
    };

    // What the gateway itself refuses has to be readable for the web app, and of the API's own form.
    private CfnGatewayResponse[] AddRefusals() =>
    [
        .. Refused.Select(status => new CfnGatewayResponse(stack, $"Refusal{status}", new CfnGatewayResponseProps
        {
            RestApiId = api.Ref,
            ResponseType = $"DEFAULT_{status}",
            ResponseParameters = new Dictionary<string, string>
            {
                ["gatewayresponse.header.Access-Control-Allow-Origin"] = Fn.Sub("'https://${HostName}'"),
                ["gatewayresponse.header.Cache-Control"] = "'no-store'",
            },
            ResponseTemplates = new Dictionary<string, string>
            {
                ["application/json"] = """{"detail":$context.error.messageString}""",
            },
        })),
    ];
}
