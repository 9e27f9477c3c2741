using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Mail;

namespace FlowConfigs.Microsoft365.SignIn;

/// <summary>Which tenant, app and mailbox; read from the environment.</summary>
public sealed record Microsoft365Options
{
    public string Tenant { get; private init; } = "";

    public string ClientId { get; private init; } = "";

    public string Mailbox { get; private init; } = "";

    /// <summary>How the app signs in: secret (a secret or a certificate, as the secret says) or federation (without any secret).</summary>
    public string Auth { get; private init; } = "secret";

    /// <summary>The zone of a config that names none.</summary>
    public string TimeZone { get; private init; } = "UTC";

    public Uri LoginUrl { get; private init; } = new("https://login.microsoftonline.com");

    public Uri GraphUrl { get; private init; } = new("https://graph.microsoft.com");

    /// <summary>Where tokens come from.</summary>
    public Uri TokenUrl => new(LoginUrl, $"/{Tenant}/oauth2/v2.0/token");

    /// <summary>What a token is for.</summary>
    public string Scope => $"{GraphScopeHost}/.default";

    private string GraphScopeHost => GraphUrl.IsLoopback ? "https://graph.microsoft.com" : GraphUrl.GetLeftPart(UriPartial.Authority);

    /// <summary>Reads the options; <paramref name="value"/> gives a variable's value, or null.</summary>
    /// <exception cref="InvalidOperationException">Something is missing or wrong; the message says what to set.</exception>
    public static Microsoft365Options Read(Func<string, string?> value)
    {
        var problems = Problems(value).ToList();
        if (problems.Count > 0)
            throw new InvalidOperationException(string.Join(' ', problems));
        var options = new Microsoft365Options();
        return options with
        {
            Tenant = value("M365_TENANT_ID")!,
            ClientId = value("M365_CLIENT_ID")!,
            Mailbox = value("M365_MAILBOX")!,
            Auth = Set("M365_AUTH") ?? options.Auth,
            TimeZone = Set("M365_TIME_ZONE") ?? options.TimeZone,
            LoginUrl = Set("M365_LOGIN_URL") is { } login ? new(login) : options.LoginUrl,
            GraphUrl = Set("M365_GRAPH_URL") is { } graph ? new(graph) : options.GraphUrl,
        };

        string? Set(string name) => value(name) is { Length: > 0 } text ? text : null;
    }

    private static IEnumerable<string> Problems(Func<string, string?> value)
    {
        if (!Guid.TryParse(value("M365_TENANT_ID"), out _))
            yield return "M365_TENANT_ID must be the tenant's GUID (step 1 of todo/5-microsoft-365.md).";
        if (!Guid.TryParse(value("M365_CLIENT_ID"), out _))
            yield return "M365_CLIENT_ID must be the app's GUID (step 2 of todo/5-microsoft-365.md).";
        if (value("M365_MAILBOX") is not { } mailbox || !MailAddress.Is(mailbox))
            yield return "M365_MAILBOX must be the mailbox's e-mail address.";
        if (value("M365_AUTH") == "ropc")
        {
            yield return "M365_AUTH can't be ropc: Microsoft advises against signing in with a user's password, which fails as soon as "
                + "the tenant requires a second factor. Use secret or federation (step 2 of todo/5-microsoft-365.md).";
        }
        else if (value("M365_AUTH") is { Length: > 0 } and not ("secret" or "federation"))
        {
            yield return "M365_AUTH must be secret or federation.";
        }

        if (value("M365_TIME_ZONE") is { Length: > 0 } zone && !TimeZones.TryFind(zone, out _, out var problem))
            yield return $"M365_TIME_ZONE is '{zone}'. {problem}";
        foreach (var name in (string[])["M365_LOGIN_URL", "M365_GRAPH_URL"])
        {
            if (value(name) is { Length: > 0 } url
                && !(Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme == "https" || address.IsLoopback)))
                yield return $"{name} must be an address that begins with https://.";
        }
    }
}
