using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using FlowConfigs.Core.Access;

namespace FlowConfigs.Api.Access;

/// <summary>Remembers decisions for a minute, and no longer than the token holds: a page asks the same things again and again.</summary>
internal sealed class RememberedPermissions(IPermissions permissions, TimeProvider time) : IPermissions
{
    private const int MostTokens = 1000;
    private const int MostQuestions = 2000;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<string, Decisions> byToken = [];

    public async Task<IReadOnlySet<AccessQuestion>> AllowedAsync(
        Caller caller, IReadOnlyCollection<AccessQuestion> questions, CancellationToken cancellationToken)
    {
        var decisions = Of(caller);
        var unknown = questions.Distinct().Where(question => !decisions.Answers.ContainsKey(question)).ToList();
        var answers = decisions.Answers;
        if (unknown.Count > 0)
        {
            var allowed = await permissions.AllowedAsync(caller, unknown, cancellationToken);
            var fresh = unknown.ToDictionary(question => question, allowed.Contains);
            if (answers.Count + fresh.Count <= MostQuestions)
            {
                foreach (var (question, answer) in fresh)
                    answers[question] = answer;
            }

            return questions.Where(question => fresh.TryGetValue(question, out var yes) ? yes : answers[question]).ToHashSet();
        }

        return questions.Where(question => answers[question]).ToHashSet();
    }

    private Decisions Of(Caller caller)
    {
        var now = time.GetUtcNow();
        // The token itself need not lie about in memory.
        var key = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(caller.Token)));
        if (byToken.TryGetValue(key, out var known) && known.Until > now)
            return known;
        if (byToken.Count >= MostTokens)
        {
            foreach (var (old, decisions) in byToken)
            {
                if (decisions.Until <= now)
                    byToken.TryRemove(old, out _);
            }

            if (byToken.Count >= MostTokens)
                byToken.Clear();
        }

        var until = caller.Expires < now + Longest ? caller.Expires : now + Longest;
        return byToken[key] = new(until);
    }

    private sealed record Decisions(DateTimeOffset Until)
    {
        public ConcurrentDictionary<AccessQuestion, bool> Answers { get; } = [];
    }
}
