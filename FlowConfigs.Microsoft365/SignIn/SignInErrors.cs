using FlowConfigs.Microsoft365.Graph;

namespace FlowConfigs.Microsoft365.SignIn;

/// <summary>What the token endpoint's errors mean, by their codes: its texts can change.</summary>
/// <remarks>https://learn.microsoft.com/entra/identity-platform/reference-error-codes</remarks>
internal static class SignInErrors
{
    private const string Todo = "of todo/5-microsoft-365.md";

    public static Microsoft365Exception Of(HttpResponseMessage response, TokenAnswer answer, Microsoft365Options options, DateTimeOffset now)
    {
        var status = (int)response.StatusCode;
        var code = answer.ErrorCodes is [var first, ..] ? first : 0;
        // Microsoft tells a client that signs in again and again by a code.
        var isBusy = status == 429 || code == 50196;
        return new(Sentence(status, code, options))
        {
            Status = isBusy ? 429 : status,
            Code = answer.Error ?? "",
            RetryAfter = GraphErrors.RetryAfterOf(response, now),
            NeedsAdministrator = !isBusy && status < 500,
        };
    }

    private static string Sentence(int status, int code, Microsoft365Options options) => code switch
    {
        7000215 => $"Microsoft does not accept the client secret. Store the secret's value, not its id (step 5 {Todo}).",
        7000222 => $"The client secret has expired. Create another one and store it (steps 2 and 5 {Todo}).",
        700027 => $"Microsoft does not know the certificate. Upload it to the app (step 2 {Todo}).",
        700213 or 70021 => $"The app trusts no token of this AWS role. Add the federated credential (step 2 {Todo}).",
        700016 => $"The tenant {options.Tenant} has no app {options.ClientId}. Correct M365_CLIENT_ID (step 2 {Todo}).",
        90002 => $"Microsoft does not know the tenant {options.Tenant}. Correct M365_TENANT_ID (step 1 {Todo}).",
        53003 => $"A Conditional Access policy blocks the app. Exclude the app from it (step 2 {Todo}).",
        50196 => "Microsoft's sign-in asks to wait: too many requests.",
        _ when status == 429 => "Microsoft's sign-in asks to wait: too many requests.",
        _ when status >= 500 => $"Microsoft's sign-in has a failure ({status}).",
        _ => $"Microsoft refused the sign-in ({status}, code {code}). Check step 2 {Todo}.",
    };
}
