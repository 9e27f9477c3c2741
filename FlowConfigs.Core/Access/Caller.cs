namespace FlowConfigs.Core.Access;

/// <summary>Who sends a request, as the verified token says.</summary>
/// <param name="email">The e-mail address, under which changes are recorded: a pool's own ids differ from Region to Region.</param>
/// <param name="token">The token itself, by which the policies decide.</param>
/// <param name="paths">The paths that the caller is narrowed to; <see cref="AccessResource.RootPath"/> is everything.</param>
/// <param name="expires">When the token ends.</param>
public sealed class Caller(string email, string token, IReadOnlyList<string> paths, DateTimeOffset expires)
{
    /// <summary>The e-mail address.</summary>
    public string Email { get; } = email;

    /// <summary>The token; never write it to a log.</summary>
    public string Token { get; } = token;

    /// <summary>The paths.</summary>
    public IReadOnlyList<string> Paths { get; } = paths;

    /// <summary>When the token ends.</summary>
    public DateTimeOffset Expires { get; } = expires;

    /// <inheritdoc/>
    public override string ToString() => Email;
}
