using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace FlowConfigs.Api.Access;

/// <summary>Who may sign in, and which policies decide. Read from the environment and checked when the program starts.</summary>
internal sealed class SignInOptions : IValidatableObject
{
    /// <summary>
    /// The user pool's address, which is the issuer of its tokens, from FLOWCONFIGS_USER_POOL:
    /// https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Example. Null lets every user do everything, on a developer's machine only.
    /// </summary>
    public string? Issuer { get; private set; }

    /// <summary>The pool's app client, from FLOWCONFIGS_USER_POOL_CLIENT.</summary>
    public string Client { get; private set; } = "";

    /// <summary>Where the pool's pages are, from FLOWCONFIGS_SIGN_IN_URL; the web app opens them.</summary>
    public string? SignInUrl { get; private set; }

    /// <summary>The pool's name for the provider that Connect signs in with, from FLOWCONFIGS_SIGN_IN_PROVIDER.</summary>
    [RegularExpression(
        @"[\p{L}\p{M}\p{S}\p{N}\p{P}]{1,32}",
        ErrorMessage = "FLOWCONFIGS_SIGN_IN_PROVIDER must be the name of a provider: 1–32 characters, no spaces.")]
    public string Provider { get; private set; } = "ConnectSSO";

    /// <summary>The policy store, from FLOWCONFIGS_POLICY_STORE.</summary>
    public string PolicyStore { get; private set; } = "";

    /// <summary>The Region of the policy store, from AWS_REGION.</summary>
    public string Region { get; private set; } = "";

    /// <summary>The address of the local Verified Permissions, from AWS_ENDPOINT_URL_VERIFIEDPERMISSIONS; null for AWS's own.</summary>
    public string? PolicyEndpoint { get; private set; }

    /// <summary>Where Verified Permissions is.</summary>
    public Uri PolicyAddress => new(PolicyEndpoint ?? $"https://verifiedpermissions.{Region}.amazonaws.com");

    public bool IsOn => Issuer is not null;

    public string UserPool => Issuer?.Split('/')[^1] ?? "";

    /// <summary>Whether the program runs in Development, and not in AWS.</summary>
    public bool IsDevelopersMachine { get; private set; }

    public void Set(Func<string, string?> value, bool isDevelopment = false)
    {
        // https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime
        IsDevelopersMachine = isDevelopment && value("AWS_EXECUTION_ENV")?.StartsWith("AWS_", StringComparison.Ordinal) != true;
        Issuer = Text("FLOWCONFIGS_USER_POOL")?.TrimEnd('/');
        Client = Text("FLOWCONFIGS_USER_POOL_CLIENT") ?? "";
        SignInUrl = Text("FLOWCONFIGS_SIGN_IN_URL")?.TrimEnd('/');
        Provider = Text("FLOWCONFIGS_SIGN_IN_PROVIDER") ?? Provider;
        PolicyStore = Text("FLOWCONFIGS_POLICY_STORE") ?? "";
        Region = Text("AWS_REGION") ?? "";
        PolicyEndpoint = Text("AWS_ENDPOINT_URL_VERIFIEDPERMISSIONS");

        string? Text(string name) => value(name) is { Length: > 0 } text ? text : null;
    }

    /// <summary>What is wrong with the options, one sentence each with its remedy.</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Issuer is null)
        {
            if (!IsDevelopersMachine)
                yield return new("FLOWCONFIGS_USER_POOL is not set, so everyone could do everything: set it to the user pool's address.");
            yield break;
        }

        (string, string?)[] addresses =
        [
            ("FLOWCONFIGS_USER_POOL", Issuer),
            ("FLOWCONFIGS_SIGN_IN_URL", SignInUrl),
            ("AWS_ENDPOINT_URL_VERIFIEDPERMISSIONS", PolicyEndpoint),
        ];
        foreach (var (name, address) in addresses)
        {
            if (address is not null && !IsSafe(address))
                yield return new($"{name} is '{address}': set it to an address with https (http is for this machine only).");
        }

        if (Client == "")
            yield return new("FLOWCONFIGS_USER_POOL_CLIENT is not set: set it to the id of the pool's app client.");
        if (PolicyStore == "")
            yield return new("FLOWCONFIGS_POLICY_STORE is not set: set it to the id of the policy store in Verified Permissions.");
        if (Region == "")
            yield return new("AWS_REGION is not set: set it to the policy store's Region.");
    }

    private static bool IsSafe(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == "https" || (uri.Scheme == "http" && uri.IsLoopback));
}

[OptionsValidator]
internal sealed partial class SignInOptionsValidator : IValidateOptions<SignInOptions>;
