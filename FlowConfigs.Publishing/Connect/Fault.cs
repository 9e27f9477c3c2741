namespace FlowConfigs.Publishing.Connect;

/// <summary>Something wrong in a model file.</summary>
/// <param name="Path">Where: <c>queues[2] (Sales).hours</c>.</param>
/// <param name="Problem">What, and what to do about it, in sentences.</param>
internal sealed record Fault(string Path, string Problem)
{
    public override string ToString() => $"{Path}: {Problem}";

    /// <summary>The nearest of some names, where it is near enough to be what was meant; else null.</summary>
    public static string? Near(string name, IEnumerable<string> names)
    {
        var nearest = names.Order(StringComparer.Ordinal).MinBy(candidate => Distance(name, candidate));
        return nearest is not null && Distance(name, nearest) <= Math.Max(2, name.Length / 3) ? nearest : null;
    }

    /// <summary>A sentence that names the nearest of some names, where one is near enough to be what was meant.</summary>
    public static string Nearest(string name, IEnumerable<string> names)
    {
        var known = names.Distinct().Order(StringComparer.Ordinal).ToList();
        if (Near(name, known) is { } nearest)
            return $"The nearest name is \"{nearest}\".";
        return known.Count == 0
            ? "There are none at all."
            : $"There are: {string.Join(", ", known.Take(20))}{(known.Count > 20 ? ", …" : "")}.";
    }

    // Levenshtein's: how many letters to put in, take out or change.
    private static int Distance(string from, string to)
    {
        var last = Enumerable.Range(0, to.Length + 1).ToArray();
        foreach (var (row, letter) in from.Index())
        {
            var next = new int[to.Length + 1];
            next[0] = row + 1;
            for (var column = 0; column < to.Length; column++)
            {
                var change = last[column] + (char.ToUpperInvariant(letter) == char.ToUpperInvariant(to[column]) ? 0 : 1);
                next[column + 1] = Math.Min(change, Math.Min(last[column + 1], next[column]) + 1);
            }

            last = next;
        }

        return last[^1];
    }
}
