using Amazon.CDK;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.SQS;
using Schedule = Amazon.CDK.AWS.Events.CfnRule;
using ScheduleProps = Amazon.CDK.AWS.Events.CfnRuleProps;

namespace FlowConfigs.Publishing.Stacks;

/// <summary>The functions of Microsoft 365 with their schedules. Nothing of it is there without a tenant.</summary>
internal sealed class Microsoft365Functions(Stack stack, Zip zip, FunctionConditions conditions, CfnQueue deadLetters, CfnCondition isOn)
{
    /// <summary>Their names.</summary>
    public static readonly IReadOnlyList<string> Names = ["office-calendar", "send-mail", "refresh-calendar", "deliver-mail"];

    /// <summary>Those that contact flows invoke: what associates them with the instance, and the parameter with the ARN.</summary>
    public static readonly IReadOnlyList<(string Association, string Arn)> InConnect =
        [("OfficeCalendarInConnect", "OfficeCalendarArn"), ("SendMailInConnect", "SendMailArn")];

    private const string Table = "arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/flow-configs-${Stage}";
    public const string RefreshName = "flow-configs-${Stage}-refresh-calendar";
    private const int RefreshMinutes = 5;
    private const int DeliverMinutes = 1;

    // Whatever may read a secret: Secrets Manager adds six letters to its name.
    private const string Secret = "arn:${AWS::Partition}:secretsmanager:${AWS::Region}:${AWS::AccountId}:secret:${M365SecretName}-??????";

    /// <summary>Adds them.</summary>
    /// <param name="forConnect">Adds a function that contact flows invoke.</param>
    /// <returns>The outputs by their keys; "off" without a tenant.</returns>
    public IReadOnlyList<(string Key, string Value)> Add(Func<string, string, string, string, string[], BuiltFunction> forConnect)
    {
        var before = stack.Node.Children.Select(child => child.Node.Id).ToHashSet(StringComparer.Ordinal);
        var office = forConnect(
            "OfficeCalendar", "office-calendar", "officeCalendar", "Tells a contact flow whether an office is open", ["dynamodb:GetItem"]);
        var mail = forConnect(
            "SendMail", "send-mail", "sendMail", "Accepts a mail of a contact flow", ["dynamodb:BatchGetItem", "dynamodb:PutItem"]);
        var refresh = Scheduled("RefreshCalendar", "refresh-calendar", "refreshCalendar", "Reads office calendars of Microsoft 365", RefreshMinutes, 60,
            "dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query", "dynamodb:PutItem", "dynamodb:DeleteItem");
        var deliver = Scheduled("DeliverMail", "deliver-mail", "deliverMail", "Sends the mails of the outbox", DeliverMinutes, 90,
            "dynamodb:GetItem", "dynamodb:Query", "dynamodb:PutItem");
        OnlyIfOn(before);
        return
        [
            ("office-calendar-arn", IfOn(office.Alias.Ref)), ("send-mail-arn", IfOn(mail.Alias.Ref)),
            ("refresh-calendar-role-arn", IfOn(refresh.Role.AttrArn)), ("deliver-mail-role-arn", IfOn(deliver.Role.AttrArn)),
        ];
    }

    private BuiltFunction Scheduled(string id, string name, string handler, string purpose, int minutes, int seconds, params string[] onTable)
    {
        var built = new ProductFunction(stack, id, name, zip, conditions, deadLetters)
        {
            Purpose = purpose,
            Handler = handler,
            Memory = 512,
            Seconds = seconds,
            Environment = Variables(minutes),
            Statements =
            [
                Policy.Allow("Table", onTable, Fn.Sub(Table), Fn.Sub($"{Table}/index/listing")),
                Policy.Allow("Secret", ["secretsmanager:GetSecretValue"], Fn.Sub(Secret)),
                // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_outbound.html: the caller is the only resource.
                Policy.Allow("Federation", ["sts:GetWebIdentityToken"], "*"),
            ],
        }.Build();
        var rule = new Schedule(stack, $"{id}Schedule", new ScheduleProps
        {
            Description = purpose,
            ScheduleExpression = minutes == 1 ? "rate(1 minute)" : $"rate({minutes} minutes)",
            Targets = new[] { new Schedule.TargetProperty { Id = "function", Arn = built.Alias.Ref } },
        });
        _ = new CfnPermission(stack, $"{id}BySchedule", new CfnPermissionProps
        {
            Action = "lambda:InvokeFunction",
            FunctionName = built.Alias.Ref,
            Principal = "events.amazonaws.com",
            SourceArn = rule.AttrArn,
        });
        return built;
    }

    private static Dictionary<string, object> Variables(int minutes) => new()
    {
        ["M365_TENANT_ID"] = Fn.Ref(Microsoft365Parameters.Switch),
        ["M365_CLIENT_ID"] = Fn.Ref("M365ClientId"),
        ["M365_MAILBOX"] = Fn.Ref("M365Mailbox"),
        ["M365_AUTH"] = Fn.Ref("M365Auth"),
        ["M365_SECRET_NAME"] = Fn.Ref("M365SecretName"),
        ["M365_TIME_ZONE"] = Fn.Ref("M365TimeZone"),
        ["M365_LOGIN_URL"] = Fn.Ref("M365LoginUrl"),
        ["M365_GRAPH_URL"] = Fn.Ref("M365GraphUrl"),
        ["M365_REFRESH_SECONDS"] = $"{minutes * 60}",
        // Microsoft's certificates are not among Amazon's few: the machine's own store has them.
        ["SSL_CERT_FILE"] = "/etc/pki/tls/certs/ca-bundle.crt",
    };

    private void OnlyIfOn(HashSet<string> before)
    {
        foreach (var child in stack.Node.Children.Where(child => !before.Contains(child.Node.Id)).OfType<CfnResource>())
        {
            child.CfnOptions.Condition = child.CfnOptions.Condition is null
                ? isOn
                : stack.Node.TryFindChild("WithMicrosoft365AndCustomerKey") as CfnCondition ?? Both();
        }
    }

    private CfnCondition Both() => new(stack, "WithMicrosoft365AndCustomerKey", new CfnConditionProps
    {
        Expression = Fn.ConditionAnd(isOn, conditions.CustomerKey),
    });

    private string IfOn(string value) => Fn.ConditionIf(isOn.LogicalId, value, "off").ToString();
}
