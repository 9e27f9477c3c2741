namespace FlowConfigs.Publishing.Operating;

/// <summary>What stands in flow-configs.env.</summary>
internal static class Variables
{
    // Of no stack: the ops script compares it with the account of the credentials.
    private static readonly Parameter AccountId = new("AccountId", [], "AWS account; credentials of any other are refused")
    {
        FilledInBy = Administrator.Operations,
        Example = "111122223333",
        Pattern = "[0-9]{12}",
    };

    /// <summary>Every parameter that an administrator fills in.</summary>
    public static IReadOnlyList<Parameter> All { get; } =
        [AccountId, .. Parameters.All.Where(parameter => parameter.FilledInBy is not null)];

    public static IEnumerable<Parameter> Of(Administrator administrator) =>
        All.Where(parameter => parameter.FilledInBy == administrator);

    /// <summary>The names of a parameter: one, or one for each Region.</summary>
    public static IReadOnlyList<string> NamesOf(Parameter parameter) => parameter.PerRegion
        ? [$"{parameter.Variable}_PRIMARY", $"{parameter.Variable}_SECONDARY"]
        : [parameter.Variable];

    public static string TitleOf(Administrator administrator) => administrator switch
    {
        Administrator.SingleSignOn => "The administrator of single sign-on",
        Administrator.Network => "The network administrator",
        Administrator.AmazonConnect => "The administrator of Amazon Connect",
        Administrator.Operations => "The operator",
        _ => "The administrator of Microsoft 365",
    };
}
