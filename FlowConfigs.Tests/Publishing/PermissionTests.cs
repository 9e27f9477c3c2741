using System.Text.Json.Nodes;

namespace FlowConfigs.Tests.Publishing;

/// <summary>What roles and policies allow.</summary>
public sealed class PermissionTests
{
    // With the reason in docs/decisions/0007-publishing.md: AWS has no resources for these.
    private static readonly string[] WithoutResource =
    [
        "xray:PutTraceSegments", "xray:PutTelemetryRecords", "cloudwatch:GetMetricData", "cloudwatch:GetMetricWidgetImage",
        "polly:SynthesizeSpeech", "sts:GetWebIdentityToken",
    ];

    private static IEnumerable<JsonObject> RoleStatements =>
        Template.All.SelectMany(template => template.Resources)
            .Where(resource => resource.Type is "AWS::IAM::Role" or "AWS::IAM::Policy" or "AWS::IAM::ManagedPolicy")
            .SelectMany(resource => Template.Objects(resource.Properties))
            .Where(statement => statement.ContainsKey("Effect") && statement.ContainsKey("Resource"));

    [Fact]
    public void No_role_may_do_everything_that_a_service_offers() => Assert.All(
        RoleStatements.SelectMany(statement => Template.Texts(statement["Action"])), action => Assert.DoesNotContain("*", action));

    [Fact]
    public void A_role_may_do_something_to_everything_only_where_AWS_offers_nothing_narrower()
    {
        var page = File.ReadAllText(Repository.Path("docs/decisions/0007-publishing.md"));
        foreach (var statement in RoleStatements.Where(statement => Template.Texts(statement["Resource"]).Contains("*")))
        {
            Assert.All(Template.Texts(statement["Action"]), action => Assert.Contains(action, WithoutResource));
            Assert.All(Template.Texts(statement["Action"]), action => Assert.Contains($"`{action}`", page));
        }
    }

    [Theory]
    [InlineData("GetConfigRole", "dynamodb:BatchGetItem")]
    [InlineData("IsListedRole", "dynamodb:BatchGetItem")]
    [InlineData("VanityNumbersRole", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query")]
    [InlineData("OfficeCalendarRole", "dynamodb:GetItem")]
    [InlineData("SendMailRole", "dynamodb:BatchGetItem", "dynamodb:PutItem")]
    [InlineData(
        "RefreshCalendarRole", "dynamodb:BatchGetItem", "dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query",
        "secretsmanager:GetSecretValue", "sts:GetWebIdentityToken")]
    [InlineData(
        "DeliverMailRole", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query", "secretsmanager:GetSecretValue",
        "sts:GetWebIdentityToken")]
    [InlineData(
        "ApiRole", "dynamodb:BatchGetItem", "dynamodb:ConditionCheckItem", "dynamodb:DeleteItem", "dynamodb:DescribeTable",
        "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query", "dynamodb:UpdateItem", "lambda:InvokeFunction",
        "verifiedpermissions:IsAuthorizedWithToken")]
    public void A_function_may_do_what_its_code_does_and_no_more(string role, params string[] actions)
    {
        var properties = Template.Api.Resources.Single(resource => resource.Id == role).Properties;
        var own = properties["Policies"]!.AsArray().SelectMany(policy => policy!["PolicyDocument"]!["Statement"]!.AsArray())
            .SelectMany(statement => Template.Texts(statement!["Action"]))
            .Where(action => action.Split(':')[0] is not ("logs" or "xray" or "sqs"));
        Assert.Equal(actions, own.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_API_may_speak_with_Amazon_Polly_only_where_that_is_switched_on()
    {
        var speech = Template.Api.Json["Resources"]!["ApiSpeech"]!;
        Assert.Equal("WithSpeech", (string?)speech["Condition"]);
        Assert.Equal("""{"Fn::Equals":[{"Ref":"Speech"},"polly"]}""", Template.Api.Json["Conditions"]!["WithSpeech"]!.ToJsonString());
        Assert.Equal("off", (string?)Template.Api.Json["Parameters"]!["Speech"]!["Default"]);
    }

    [Fact]
    public void Only_the_resource_policies_that_need_it_let_anybody_in_and_then_on_a_condition()
    {
        var open = Template.All.SelectMany(template => Template.Objects(template.Json))
            .Where(statement => (string?)statement["Effect"]?.GetValue<string>() == "Allow"
                && statement["Principal"]?.ToJsonString() is "\"*\"" or """{"AWS":"*"}""");
        var statement = Assert.Single(open, statement => (string)statement["Effect"]! == "Allow");
        Assert.Equal("execute-api:Invoke", Assert.Single(Template.Texts(statement["Action"])));
        Assert.True(statement.ContainsKey("Condition"));
    }

    [Fact]
    public void Buckets_queue_and_topic_take_TLS_only_and_no_bucket_is_public()
    {
        var denied = Template.All.SelectMany(template => Template.Objects(template.Json))
            .Where(statement => (string?)statement["Sid"] == "TlsOnly");
        Assert.Equal(["s3:*", "s3:*", "sqs:*", "s3:*", "sns:Publish"], denied.Select(statement => (string)statement["Action"]!));
        foreach (var bucket in Template.All.SelectMany(template => template.Properties("AWS::S3::Bucket")))
            Assert.All(bucket["PublicAccessBlockConfiguration"]!.AsObject(), blocked => Assert.True((bool)blocked.Value!));
    }
}
