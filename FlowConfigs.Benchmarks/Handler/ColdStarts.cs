namespace FlowConfigs.Benchmarks;

/// <summary>Cold starts: from the start of the process to the first answer.</summary>
internal sealed class ColdStarts(Report report, Invoker invoke)
{
    private const int Times = 15;

    /// <summary>Starts the contenders in turns, and reports each; the figures are in their order.</summary>
    public async Task<IReadOnlyList<Figure>> MeasureAsync(Contender[] contenders, CancellationToken cancellationToken)
    {
        report.Progress($"{Times} cold starts each of {string.Join(", ", contenders.Select(contender => contender.Name))}");
        var cold = contenders.ToDictionary(contender => contender, _ => new List<double>());
        // The first is of a disk that has not read the programs yet.
        for (var time = -1; time < Times; time++)
        {
            foreach (var contender in contenders)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var took = await Measured.TimesAsync(1, async () =>
                {
                    contender.Start();
                    await invoke.CallAsync(contender);
                });
                contender.Stop();
                invoke.Exited(contender);
                if (time >= 0)
                    cold[contender].AddRange(took);
            }
        }

        return [.. contenders.Select(contender => report.Add("cold start", contender.Name, cold[contender], "ms"))];
    }
}
