using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace FlowConfigs.Publishing.Connect.Model;

internal sealed record Function : INamed
{
    [Description("What flows call it: @@lambda:NAME@@")]
    [StringLength(64)]
    public required string Name { get; init; }

    [Description("Its ARN, unless an SSM parameter has it")]
    [RegularExpression("^arn:aws[a-z-]*:lambda:[a-z0-9-]+:[0-9]{12}:function:[a-zA-Z0-9_-]+(:[a-zA-Z0-9_$-]+)?$")]
    public string? Arn { get; init; }

    [Description("The SSM parameter with its ARN, such as /flow-configs/dev/get-config-arn")]
    [RegularExpression("^/[a-zA-Z0-9_./-]+$")]
    public string? Parameter { get; init; }

    [Description("Whether this stack lets Connect invoke it; false where another stack does, as Flow Configs' own does")]
    public bool Associate { get; init; } = true;
}

internal sealed record LexBot : INamed
{
    [Description("What flows call it: @@lex-bot:NAME@@")]
    [StringLength(100)]
    public required string Name { get; init; }

    [Description("ARN of the alias of a Lex V2 bot, in the instance's Region")]
    [RegularExpression("^arn:aws[a-z-]*:lex:[a-z0-9-]+:[0-9]{12}:bot-alias/[0-9A-Z]+/[0-9A-Z]+$")]
    public required string AliasArn { get; init; }
}

internal sealed record Application : INamed
{
    [Description("Name, unique among the applications")]
    [StringLength(127)]
    public required string Name { get; init; }

    [Description("Its ARN, unless an SSM parameter has it")]
    [RegularExpression("^arn:aws[a-z-]*:app-integrations:[a-z0-9-]+:[0-9]{12}:application/.+$")]
    public string? Arn { get; init; }

    [Description("The SSM parameter with its ARN")]
    [RegularExpression("^/[a-zA-Z0-9_./-]+$")]
    public string? Parameter { get; init; }
}
