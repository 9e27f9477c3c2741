using System.Text.RegularExpressions;

namespace FlowConfigs.Lambda.Aws;

/// <summary>Where the table is. Read from the environment (see <see cref="Read"/>) and checked when a program starts.</summary>
public sealed partial class DynamoDbOptions
{
    /// <summary>The table's name, from FLOWCONFIGS_TABLE; flow-configs unless set.</summary>
    public string Table { get; set; } = "flow-configs";

    /// <summary>The AWS Region, from AWS_REGION, which Lambda always sets. Only DynamoDB Local does without.</summary>
    public string? Region { get; set; }

    /// <summary>The address of DynamoDB Local, from AWS_ENDPOINT_URL_DYNAMODB; null for AWS's own.</summary>
    public string? EndpointUrl { get; set; }

    private string? timeLimitFactor;

    /// <summary>The Region by which calls are signed; DynamoDB Local takes any.</summary>
    public string SigningRegion => Region ?? "us-east-1";

    /// <summary>Where calls go: <see cref="EndpointUrl"/>, or the Region's own.</summary>
    /// <remarks>https://docs.aws.amazon.com/general/latest/gr/ddb.html</remarks>
    public Uri Address => new(EndpointUrl ?? $"https://dynamodb.{Region}.{Suffix}");

    /// <summary>Reads the options; <paramref name="value"/> gives a variable's value, or null.</summary>
    public static DynamoDbOptions Read(Func<string, string?> value)
    {
        var options = new DynamoDbOptions();
        options.Set(value);
        return options;
    }

    /// <summary>Itself.</summary>
    /// <exception cref="InvalidOperationException">It has a problem; the message says what to set.</exception>
    public DynamoDbOptions Checked() => string.Join(' ', Problems()) is { Length: > 0 } problems
        ? throw new InvalidOperationException(problems)
        : this;

    internal void Set(Func<string, string?> value)
    {
        if (value("FLOWCONFIGS_TABLE") is { Length: > 0 } table)
            Table = table;
        Region = value("AWS_REGION") is { Length: > 0 } region ? region : null;
        EndpointUrl = value("AWS_ENDPOINT_URL_DYNAMODB") is { Length: > 0 } url ? url : null;
        timeLimitFactor = value(TimeLimits.Variable);
    }

    /// <summary>What is wrong with the options, one sentence each with its remedy; empty when all is well.</summary>
    internal IEnumerable<string> Problems()
    {
        if (!TableName().IsMatch(Table))
            yield return $"FLOWCONFIGS_TABLE is '{Table}': a table's name has 3 to 255 letters, digits, '_', '-' or '.'.";
        if (EndpointUrl is not null && !IsHttp(EndpointUrl))
            yield return $"AWS_ENDPOINT_URL_DYNAMODB is '{EndpointUrl}': set it to an address such as http://127.0.0.1:8000, or unset it.";
        if (EndpointUrl is null && Region is null)
            yield return "AWS_REGION is not set: set it to the table's Region, or AWS_ENDPOINT_URL_DYNAMODB to DynamoDB Local's address.";
        if (TimeLimits.Problem(timeLimitFactor) is { } factor)
            yield return factor;
    }

    private string Suffix => Region?.StartsWith("cn-", StringComparison.Ordinal) == true ? "amazonaws.com.cn" : "amazonaws.com";

    private static bool IsHttp(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";

    // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html
    [GeneratedRegex(@"^[A-Za-z0-9_.-]{3,255}\z")]
    private static partial Regex TableName();
}
