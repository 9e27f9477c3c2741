using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace FlowConfigs.LocalHosting.Dashboard;

/// <summary>
/// Lets in who knows the token: a browser by the address that the AppHost prints, which leaves a cookie, and a script by
/// <c>Authorization: Bearer</c>. Everybody on the machine can reach the port, and not everybody may read the logs.
/// </summary>
internal static class DashboardSignIn
{
    private const string SignInPage = "/login";
    private const string SignedIn = "signed in";

    /// <summary>Of the list of resources scripts that only wait for the system get the states.</summary>
    private const string OpenPath = "/api/resources";

    /// <summary>The path, behind the dashboard's address, that signs in.</summary>
    public static string Path(string token) => $"{SignInPage}?t={Uri.EscapeDataString(token)}";

    /// <summary>Whether whoever asks knows the token, or nobody needs to.</summary>
    public static bool IsSignedIn(this HttpContext context) => context.Items.ContainsKey(SignedIn);

    public static void UseDashboardSignIn(this IApplicationBuilder app, string? token) =>
        app.Use(async (context, next) =>
        {
            if (token is null || Knows(context, token))
                context.Items[SignedIn] = true;

            if (context.Request.Path == SignInPage && Matches(context.Request.Query["t"].ToString(), token))
                SignIn(context, token!);
            else if (context.IsSignedIn() || !IsGuarded(context.Request))
                await next(context);
            else if (context.Request.Path == "/")
                context.Response.Redirect(SignInPage);
            else
                await Refuse(context);
        });

    private static Task Refuse(HttpContext context) => Problems.Refused(
        StatusCodes.Status401Unauthorized,
        "Open the address that the AppHost printed when it started, or send its token as 'Authorization: Bearer <token>'.")
        .ExecuteAsync(context);

    /// <summary>The page's files are no secret, and the page on which the token is typed needs some.</summary>
    private static bool IsGuarded(HttpRequest request) =>
        request.Path == "/"
        || (request.Path.StartsWithSegments("/api") && !(HttpMethods.IsGet(request.Method) && request.Path == OpenPath));

    private static void SignIn(HttpContext context, string token)
    {
        context.Response.Cookies.Append(CookieOf(context), token, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            IsEssential = true,
        });
        context.Response.Redirect("/"); // the token does not stay in the address
    }

    private static bool Knows(HttpContext context, string token)
    {
        const string Scheme = "Bearer ";
        var given = context.Request.Headers.Authorization.ToString();
        return (given.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && Matches(given[Scheme.Length..].Trim(), token))
            || Matches(context.Request.Cookies[CookieOf(context)], token);
    }

    // Cookies are shared by all ports of a host, and several systems can run at once.
    private static string CookieOf(HttpContext context) => $"dashboard-{context.Connection.LocalPort}";

    private static bool Matches(string? given, string? token) => given is not null && token is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(token));
}
