using System.Text.RegularExpressions;

namespace FlowConfigs.Tests.Publishing;

/// <summary>What must hold of the functions in the templates.</summary>
public sealed partial class FunctionTemplateTests
{
    private static readonly string[] ByASchedule = ["-refresh-calendar", "-deliver-mail"];

    private static readonly string[] Microsoft365Names = ["OfficeCalendar", "SendMail", "RefreshCalendar", "DeliverMail", "Calendar", "M365", "MailStuck"];

    [Fact]
    public void Without_a_tenant_there_is_nothing_of_Microsoft_365()
    {
        foreach (var template in new[] { Template.Api, Template.Connect, Template.Watch })
        {
            Assert.Equal("", (string?)template.Json["Parameters"]!["M365TenantId"]!["Default"]);
            var resources = template.Json["Resources"]!.AsObject()
                .Where(resource => Microsoft365Names.Any(name => resource.Key.StartsWith(name, StringComparison.Ordinal)))
                .Where(resource => (string)resource.Value!["Type"]! != "AWS::SSM::Parameter").ToList();
            Assert.NotEmpty(resources);
            Assert.All(resources, resource => Assert.StartsWith("WithM", (string?)resource.Value!["Condition"]));
        }

        Assert.Equal(["rate(5 minutes)", "rate(1 minute)"], Template.Api.Properties("AWS::Events::Rule").Select(rule => (string)rule["ScheduleExpression"]!));
    }

    [Fact]
    public void Every_function_has_the_same_name_in_both_Regions_and_an_alias_that_follows_its_code()
    {
        var functions = Template.Api.Properties("AWS::Lambda::Function");
        Assert.Equal(
            [
                "flow-configs-${Stage}-api", "flow-configs-${Stage}-get-config", "flow-configs-${Stage}-is-listed",
                "flow-configs-${Stage}-vanity-numbers", "flow-configs-${Stage}-office-calendar", "flow-configs-${Stage}-send-mail",
                "flow-configs-${Stage}-refresh-calendar", "flow-configs-${Stage}-deliver-mail",
            ],
            functions.Select(function => (string)function["FunctionName"]!["Fn::Sub"]!));
        Assert.Equal(
            Enumerable.Repeat("live", 8), Template.Api.Properties("AWS::Lambda::Alias").Select(alias => (string)alias["Name"]!));
        Assert.All(Template.Api.Properties("AWS::Lambda::Version"), version =>
            Assert.Equal("<content-hash> ${Release}", (string)version["Description"]!["Fn::Sub"]!));
        Assert.All(functions, function =>
        {
            Assert.Equal("""{"Ref":"Release"}""", function["Environment"]!["Variables"]!["FLOWCONFIGS_RELEASE"]!.ToJsonString());
            Assert.Equal(("provided.al2023", "Active"), ((string)function["Runtime"]!, (string)function["TracingConfig"]!["Mode"]!));
            Assert.True(function.ContainsKey("DeadLetterConfig"));
            // What a schedule invokes runs once at a time.
            Assert.Equal(!ByASchedule.Any(((string)function["FunctionName"]!["Fn::Sub"]!).EndsWith), function.ContainsKey("ReservedConcurrentExecutions"));
        });
    }

    [Fact]
    public void Functions_get_the_variables_that_their_programs_read_and_no_others()
    {
        string[] programs = ["FlowConfigs.Api", "FlowConfigs.ConnectHandler", "FlowConfigs.Lambda"];
        var read = programs
            .SelectMany(program => Directory.EnumerateFiles(Repository.Path(program), "*.cs", SearchOption.AllDirectories))
            .SelectMany(file => Variable().Matches(File.ReadAllText(file))).Select(match => match.Groups["name"].Value).Distinct();
        var given = Template.Api.Properties("AWS::Lambda::Function")
            .SelectMany(function => function["Environment"]!["Variables"]!.AsObject()).Select(variable => variable.Key)
            .Where(name => name.StartsWith("FLOWCONFIGS_", StringComparison.Ordinal)).Distinct();

        // The one makes a change of the parameters a change of the function; the defaults of the others are right in AWS.
        Assert.Equal(
            read.Append("FLOWCONFIGS_RELEASE").Except(["FLOWCONFIGS_REQUESTS_PER_MINUTE", "FLOWCONFIGS_TIME_LIMIT_FACTOR"]).Order(StringComparer.Ordinal),
            given.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Only_the_own_instance_of_Amazon_Connect_may_invoke_the_functions_and_their_aliases()
    {
        var permissions = Template.Api.Properties("AWS::Lambda::Permission")
            .Where(permission => (string)permission["Principal"]! == "connect.amazonaws.com").ToList();
        Assert.Equal(
            [
                "GetConfig", "GetConfigLive", "IsListed", "IsListedLive", "OfficeCalendar", "OfficeCalendarLive", "SendMail", "SendMailLive",
                "VanityNumbers", "VanityNumbersLive",
            ],
            permissions.Select(permission => (string)permission["FunctionName"]!["Ref"]!).Order());
        Assert.All(permissions, permission => Assert.Equal(
            ("""{"Ref":"AWS::AccountId"}""", """{"Ref":"ConnectInstanceArn"}"""),
            (permission["SourceAccount"]!.ToJsonString(), permission["SourceArn"]!.ToJsonString())));
    }

    [GeneratedRegex("\"(?<name>FLOWCONFIGS_[A-Z_]+)\"")]
    private static partial Regex Variable();
}
