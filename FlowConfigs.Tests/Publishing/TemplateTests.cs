using System.Text.Json.Nodes;

namespace FlowConfigs.Tests.Publishing;

/// <summary>What must hold of the templates, whatever else changes.</summary>
public sealed class TemplateTests
{
    [Fact]
    public void Both_copies_of_the_table_can_be_restored_and_cannot_be_deleted_by_mistake()
    {
        var table = Template.Data.Only("AWS::DynamoDB::GlobalTable");
        var replicas = table["Replicas"]!.AsArray();

        Assert.Equal(2, replicas.Count);
        Assert.Equal("""{"Ref":"AWS::Region"}""", replicas[0]!["Region"]!.ToJsonString());
        var second = replicas[1]!["Fn::If"]!.AsArray();
        Assert.Equal("WithSecondaryRegion", (string)second[0]!);
        Assert.Equal("""{"Ref":"SecondaryRegion"}""", second[1]!["Region"]!.ToJsonString());
        foreach (var replica in new[] { replicas[0]!, second[1]! })
        {
            Assert.True((bool)replica["PointInTimeRecoverySpecification"]!["PointInTimeRecoveryEnabled"]!);
            Assert.Equal(35, (int)replica["PointInTimeRecoverySpecification"]!["RecoveryPeriodInDays"]!);
            Assert.Equal("""{"Fn::If":["IsProtected",true,false]}""", replica["DeletionProtectionEnabled"]!.ToJsonString());
        }

        Assert.Equal("NEW_AND_OLD_IMAGES", (string)table["StreamSpecification"]!["StreamViewType"]!);
    }

    [Fact]
    public void The_access_log_has_no_path_because_a_list_entry_has_its_number_there()
    {
        var format = (string)Template.Api.Only("AWS::ApiGateway::Stage")["AccessLogSetting"]!["Format"]!;
        Assert.Contains("$context.xrayTraceId", format, StringComparison.Ordinal);
        Assert.DoesNotContain("path", format, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void What_nobody_can_bring_back_outlives_its_stack()
    {
        string[] kept = ["AWS::DynamoDB::GlobalTable", "AWS::Cognito::UserPool", "AWS::VerifiedPermissions::PolicyStore", "AWS::KMS::Key"];
        var resources = Template.All.SelectMany(template => template.Json["Resources"]!.AsObject()).Select(resource => resource.Value!)
            .Where(resource => kept.Contains((string)resource["Type"]!)).ToList();

        Assert.Equal(kept.Length, resources.Count);
        Assert.All(resources, resource => Assert.Equal(
            // What a creation that failed would leave behind would stand in the way of the next.
            ("RetainExceptOnCreate", "Retain"), ((string)resource["DeletionPolicy"]!, (string)resource["UpdateReplacePolicy"]!)));
        Assert.Equal(
            """{"Fn::If":["IsProtected","ACTIVE","INACTIVE"]}""",
            Template.Identity.Only("AWS::Cognito::UserPool")["DeletionProtection"]!.ToJsonString());
        Assert.Equal(
            """{"Fn::If":["IsProtected","ENABLED","DISABLED"]}""",
            Template.Authz.Only("AWS::VerifiedPermissions::PolicyStore")["DeletionProtection"]!["Mode"]!.ToJsonString());
    }

    [Fact]
    public void Nothing_is_left_of_a_stack_that_could_not_be_created() => Assert.DoesNotContain(
        Template.All.SelectMany(template => template.Json["Resources"]!.AsObject()), resource => (string?)resource.Value!["DeletionPolicy"] == "Retain");

    [Fact]
    public void The_provider_can_tell_the_groups_and_the_person_cannot()
    {
        var client = Template.Identity.Only("AWS::Cognito::UserPoolClient");
        Assert.Equal(["email", "custom:groups"], Template.Texts(client["WriteAttributes"]));
        Assert.Equal(["openid", "email", "profile"], Template.Texts(client["AllowedOAuthScopes"]));
        Assert.DoesNotContain("aws.cognito.signin.user.admin", Template.Identity.Json.ToJsonString());
    }

    [Fact]
    public void The_app_in_the_agent_workspace_can_ask_a_private_API()
    {
        var frame = Template.Connect.Only("AWS::AppIntegrations::Application")["IframeConfig"]!;
        Assert.Superset(new HashSet<string> { "local-network-access", "local-network" }, Template.Texts(frame["Allow"]).ToHashSet());
    }

    [Fact]
    public void Nobody_calls_the_API_without_a_token_except_for_a_preflight()
    {
        var methods = Template.Api.Properties("AWS::ApiGateway::Method");
        Assert.NotEmpty(methods);
        foreach (var method in methods)
        {
            var isPreflight = (string)method["HttpMethod"]! == "OPTIONS";
            Assert.Equal(isPreflight ? "NONE" : "COGNITO_USER_POOLS", (string)method["AuthorizationType"]!);
            Assert.Equal(!isPreflight, method.ContainsKey("AuthorizerId"));
            Assert.Equal(isPreflight ? [] : ["openid"], Template.Texts(method["AuthorizationScopes"]));
        }
    }

    [Fact]
    public void The_API_is_private_unless_somebody_asks_for_another()
    {
        var api = Template.Api.Only("AWS::ApiGateway::RestApi");
        Assert.Equal("PRIVATE", (string)Template.Api.Json["Parameters"]!["ApiEndpointType"]!["Default"]!);
        Assert.Equal("""[{"Ref":"ApiEndpointType"}]""", api["EndpointConfiguration"]!["Types"]!.ToJsonString());
        Assert.Equal(["*/*"], Template.Texts(api["BinaryMediaTypes"]));
        Assert.Equal(1024, (int)api["MinimumCompressionSize"]!);

        var allowed = Assert.Single(api["Policy"]!["Statement"]!.AsArray())!["Condition"]!["Fn::If"]!.AsArray();
        Assert.Equal("IsPrivate", (string)allowed[0]!);
        Assert.Equal("""{"StringEquals":{"aws:SourceVpce":{"Ref":"VpcEndpointIds"}}}""", allowed[1]!.ToJsonString());
        Assert.Equal("""{"IpAddress":{"aws:SourceIp":{"Ref":"AllowedAddresses"}}}""", allowed[2]!.ToJsonString());
    }

    [Fact]
    public void Only_the_agent_workspace_frames_the_app()
    {
        var headers = Template.Web.Only("AWS::CloudFront::ResponseHeadersPolicy")["ResponseHeadersPolicyConfig"]!["SecurityHeadersConfig"]!;
        var policy = (string)headers["ContentSecurityPolicy"]!["ContentSecurityPolicy"]!["Fn::Sub"]!;
        Assert.Contains("frame-ancestors 'self' ${FrameAncestors};", policy);
        Assert.Contains("connect-src 'self' ${ConnectSources};", policy);
        // What Amazon Polly has read comes as bytes.
        Assert.Contains("media-src 'self' blob:;", policy);
        Assert.DoesNotContain("unsafe-eval", policy);
        Assert.DoesNotContain("script-src 'self' 'unsafe-inline'", policy);
        // It cannot name origins: with it the workspace could not show the app.
        Assert.DoesNotContain("FrameOptions", Template.Web.Text);
        Assert.Equal(
            "https://*.my.connect.aws https://*.awsapps.com", (string)Template.Web.Json["Parameters"]!["FrameAncestors"]!["Default"]!);
    }

    [Fact]
    public void The_table_is_exported_on_a_schedule_by_a_role_that_can_do_nothing_else()
    {
        var schedule = Template.Data.Only("AWS::Scheduler::Schedule");
        Assert.Equal("""{"Ref":"BackupSchedule"}""", schedule["ScheduleExpression"]!.ToJsonString());
        var input = JsonNode.Parse((string)schedule["Target"]!["Input"]!["Fn::Sub"]!)!;
        Assert.Equal(("${BackupBucket}", "backups/scheduled"), ((string)input["S3Bucket"]!, (string)input["S3Prefix"]!));
        Assert.EndsWith(":table/flow-configs-${Stage}", (string)input["TableArn"]!);
        Assert.All(["Backup", "BackupRole"], id => Assert.Equal("WithBackupSchedule", (string?)Template.Data.Json["Resources"]![id]!["Condition"]));
        Assert.Equal(
            ["dynamodb:ExportTableToPointInTime", "s3:PutObject", "s3:PutObjectAcl", "s3:AbortMultipartUpload"],
            Template.Objects(Template.Data.Only("AWS::IAM::Role")["Policies"]!).SelectMany(statement => Template.Texts(statement["Action"])));
    }

    [Fact]
    public void Backups_outlive_their_stack_and_not_their_days()
    {
        var bucket = Template.Artifacts.Json["Resources"]!["Backups"]!;
        Assert.Equal(("RetainExceptOnCreate", null), ((string?)bucket["DeletionPolicy"], bucket["Properties"]!["BucketName"]));
        var rule = bucket["Properties"]!["LifecycleConfiguration"]!["Rules"]![0]!;
        Assert.Equal(("backups/", """{"Ref":"BackupDays"}"""), ((string)rule["Prefix"]!, rule["ExpirationInDays"]!.ToJsonString()));
    }

    [Fact]
    public void Two_stages_of_an_account_have_apps_of_two_names() => Assert.Equal(
        """{"Fn::If":["WithApplicationName",{"Ref":"ApplicationName"},{"Fn::Sub":"Flow Configs ${Stage}"}]}""",
        Template.Connect.Only("AWS::AppIntegrations::Application")["Name"]!.ToJsonString());

    [Fact]
    public void The_API_cannot_take_all_of_the_quota_that_calls_need() =>
        Assert.Equal("50", Template.Api.Json["Parameters"]!["ApiReservedConcurrency"]!["Default"]!.ToString());

    [Fact]
    public void The_web_app_comes_from_the_other_Region_where_the_first_fails()
    {
        var group = Template.Web.Only("AWS::CloudFront::Distribution")["DistributionConfig"]!["OriginGroups"]!["Fn::If"]![1]!["Items"]![0]!;
        Assert.Equal(
            ["primary", "secondary"], group["Members"]!["Items"]!.AsArray().Select(member => (string)member!["OriginId"]!));
        Assert.Equal("[403,500,502,503,504]", group["FailoverCriteria"]!["StatusCodes"]!["Items"]!.ToJsonString());
    }

    [Fact]
    public void The_app_may_do_in_its_frame_what_it_needs()
    {
        var sandbox = Template.Texts(Template.Connect.Only("AWS::AppIntegrations::Application")["IframeConfig"]!["Sandbox"]);
        // The window for signing in; files that are exported; its own storage.
        string[] needed = ["allow-popups", "allow-popups-to-escape-sandbox", "allow-downloads", "allow-same-origin", "allow-scripts"];
        Assert.Subset(sandbox.ToHashSet(), needed.ToHashSet());
        Assert.Equal(
            ["APPLICATION", .. Enumerable.Repeat("LAMBDA_FUNCTION", 5)],
            Template.Connect.Properties("AWS::Connect::IntegrationAssociation").Select(link => (string)link["IntegrationType"]!).Order());
    }

    [Fact]
    public void No_template_holds_a_secret_or_needs_more_than_CloudFormation()
    {
        foreach (var template in Template.All)
        {
            Assert.DoesNotMatch("AKIA[0-9A-Z]{16}|-----BEGIN|hooks\\.slack\\.com", template.Text);
            Assert.DoesNotContain("Custom::", template.Text);
            Assert.DoesNotContain("cdk", template.Text);
            Assert.DoesNotContain("Fn::ImportValue", template.Text);
            Assert.False(template.Json.ContainsKey("Mappings"));
        }

        // The one that there is, is read by CloudFormation when it deploys.
        var secrets = Template.All.SelectMany(template => Template.Objects(template.Json))
            .Select(value => value["client_secret"]).OfType<JsonNode>();
        Assert.Equal(
            "{{resolve:secretsmanager:${OidcSecretName}:SecretString:clientSecret}}", (string)Assert.Single(secrets)["Fn::Sub"]!);
    }

    [Fact]
    public void Every_stack_is_well_below_what_CloudFormation_takes()
    {
        // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
        Assert.All(Template.All, template => Assert.InRange(template.Resources.Count(), 1, 250));
        Assert.All(Template.All, template => Assert.InRange(template.Parameters.Count(), 1, 100));
    }
}
