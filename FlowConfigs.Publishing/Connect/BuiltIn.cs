namespace FlowConfigs.Publishing.Connect;

/// <summary>
/// What Amazon Connect makes with an instance. CloudFormation cannot find them, so the ops script does, and publishes their ARNs where
/// the stacks look. https://docs.aws.amazon.com/connect/latest/adminguide/contact-flow-default.html
/// </summary>
internal static class BuiltIn
{
    private static readonly Dictionary<string, string[]> Names = new()
    {
        [Kind.SecurityProfile] = ["Admin", "Agent", "CallCenterManager", "QualityAnalyst"],
        [Kind.RoutingProfile] = ["Basic Routing Profile"],
        [Kind.Queue] = ["BasicQueue"],
        [Kind.Hours] = ["Basic Hours"],
        // https://docs.aws.amazon.com/connect/latest/adminguide/prompts.html
        [Kind.Prompt] =
        [
            "Beep.wav", "CustomerHold.wav", "CustomerQueue.wav", "Music_Jazz_MyTimetoFly_Inst.wav", "Music_Pop_ThisAndThatIsLife_Inst.wav",
            "Music_Pop_ThrowYourselfInFrontOfIt_Inst.wav", "Music_Rock_EverywhereTheSunShines_Inst.wav",
        ],
        [Kind.Flow] =
        [
            "Default agent hold", "Default agent transfer", "Default agent whisper", "Default customer hold", "Default customer queue",
            "Default customer whisper", "Default outbound", "Default queue transfer",
        ],
    };

    public static IEnumerable<string> Of(string kind) => Names.GetValueOrDefault(kind, []);
}

/// <summary>Kinds of things with an ARN, as SSM parameters and placeholders have them.</summary>
internal static class Kind
{
    public const string Instance = "instance";
    public const string Hours = "hours";
    public const string Number = "number";
    public const string HierarchyGroup = "hierarchy-group";
    public const string Queue = "queue";
    public const string RoutingProfile = "routing-profile";
    public const string SecurityProfile = "security-profile";
    public const string User = "user";
    public const string Lambda = "lambda";
    public const string LexBot = "lex-bot";
    public const string Application = "application";
    public const string Prompt = "prompt";
    public const string Module = "module";
    public const string Flow = "flow";
    public const string QuickConnect = "quick-connect";

    /// <summary>Those that placeholders of flows may name.</summary>
    public static IReadOnlyList<string> InFlows { get; } =
        [Queue, Hours, Lambda, LexBot, Prompt, Flow, Module, "view", "view-version", "data-table", "email-address"];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Instance, Hours, Number, HierarchyGroup, Queue, RoutingProfile, SecurityProfile, User, Lambda, LexBot, Application, Prompt, Module,
        Flow, QuickConnect, .. ResourceType.All.Where(type => type.Value.Identifier is not null).Select(type => ResourceType.KindOf(type.Key)),
    ];
}
