using FlowConfigs.Core;
using FlowConfigs.Core.Access;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Scenarios;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Benchmarks;

/// <summary>A scenario over 20 configs is switched on and off while twelve editors save these configs without a pause.</summary>
internal static class SwitchBenchmark
{
    private const int Switches = 500;
    private const int Editors = 12;
    private const int Count = 20;
    private static readonly Author Author = new("benchmark", null, Permit.Everything);
    private static readonly ConfigId Fire = ConfigId.Parse("fire");

    public static async Task RunAsync(Report report, CancellationToken cancellationToken)
    {
        using var dynamo = await DynamoDb.StartAsync(cancellationToken);
        var items = new DynamoTable(dynamo.Client, DynamoDb.Table);
        var time = TimeProvider.System;
        var configs = new ConfigStore(items, time);
        var scenarios = new ScenarioStore(items, configs, time);
        var ids = Enumerable.Range(0, Count).Select(i => ConfigId.Parse($"office-{i}")).ToList();
        foreach (var id in ids)
            await configs.SaveAsync(new() { Id = id, Version = 0, Variables = [Closure] }, null, Author, cancellationToken);
        await scenarios.SaveAsync(Fire, 0, new() { Values = ids.ToDictionary(id => id, _ => Closed) }, Author, cancellationToken);

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var saves = 0;
        var editors = Enumerable.Range(0, Editors).Select(_ => Task.Run(EditAsync, CancellationToken.None)).ToList();
        var toSwitch = new ScenarioSwitch(items, scenarios, configs, new(items, time), time);
        var (times, failed) = (new List<double>(), 0);
        for (var i = 0; i < Switches; i++)
        {
            if (i % 50 == 0)
                report.Progress($"{i} switches, {failed} failed, {saves} saves");
            try
            {
                times.AddRange(await Measured.TimesAsync(1, () => i % 2 == 0
                    ? toSwitch.TurnOnAsync(Fire, new(time.GetUtcNow().AddHours(1), "UTC"), Author, cancellationToken)
                    : toSwitch.TurnOffAsync(Fire, Author, cancellationToken)));
            }
            catch (Exception e) when (e is TableBusyException or VersionConflictException or ConfigsChangedException)
            {
                failed++;
            }
        }

        await stop.CancelAsync();
        await Task.WhenAll(editors);
        report.Add("a switch", $"{Editors} editors, {Count} configs", times, "ms");
        report.Add("saves meanwhile", $"{Editors} editors", [saves], "");
        report.Compare($"switches that failed, of {Switches}", failed, 0);

        async Task EditAsync()
        {
            while (!stop.IsCancellationRequested)
            {
                try
                {
                    var read = (await configs.GetAsync(ids[Random.Shared.Next(Count)], CancellationToken.None))!;
                    await configs.SaveAsync(read with { Description = Guid.NewGuid().ToString() }, read, Author, CancellationToken.None);
                    Interlocked.Increment(ref saves);
                }
                catch (Exception e) when (e is VersionConflictException or TableBusyException)
                {
                    // Another editor, or the switch, was first.
                }
            }
        }
    }

    private static Variable Closure => new() { Name = "Closure", Kind = VariableKind.Boolean, Value = "false" };

    private static IReadOnlyDictionary<string, Override> Closed => new Dictionary<string, Override> { ["Closure"] = new() { Value = "true" } };
}
