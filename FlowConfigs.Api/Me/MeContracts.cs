using FlowConfigs.Api.Http;
using FlowConfigs.Core.Access;

namespace FlowConfigs.Api.Me;

/// <summary>Who the caller is.</summary>
/// <param name="Email">The e-mail address, under which their changes are recorded.</param>
/// <param name="Rights">What they may do where; a right on a path holds below it too.</param>
/// <param name="Speech">Whether /api/speech reads texts aloud with Amazon Polly.</param>
public sealed record Me(string Email, IReadOnlyList<MyRights> Rights, bool Speech);

/// <summary>The caller's rights on a path and below.</summary>
/// <param name="Path">The path; / is everything.</param>
/// <param name="Configs">With configs.</param>
/// <param name="Lists">With lists.</param>
/// <param name="Scenarios">With scenarios.</param>
public sealed record MyRights(
    string Path, IReadOnlyList<Right> Configs, IReadOnlyList<Right> Lists, IReadOnlyList<Right> Scenarios)
{
    internal bool IsAny => Configs.Count + Lists.Count + Scenarios.Count > 0;
}

/// <summary>The settings that the web app needs before a user signs in.</summary>
/// <param name="SignIn">How users sign in; null where they need not.</param>
public sealed record PublicSettings(SignInSettings? SignIn);

/// <summary>The user pool that the web app signs in with.</summary>
/// <param name="Issuer">Its address.</param>
/// <param name="UserPool">Its id.</param>
/// <param name="Client">The app client.</param>
/// <param name="Url">Where its pages are.</param>
/// <param name="Provider">Its name for the provider that Amazon Connect signs in with.</param>
public sealed record SignInSettings(string Issuer, string UserPool, string Client, string? Url, string Provider);

/// <summary>The functions that contact flows invoke.</summary>
/// <param name="GetConfig">getConfig in each Region of this installation; empty where the API was not told, as on a developer's machine.</param>
public sealed record Functions(IReadOnlyList<FunctionArn> GetConfig);
