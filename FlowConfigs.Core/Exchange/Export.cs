using System.Text.Json;
using FlowConfigs.Core.Access;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Settings;

namespace FlowConfigs.Core.Exchange;

/// <summary>Writes configs into files, a part at a time.</summary>
public sealed class Export(ConfigStore store, SettingsStore settings, TimeProvider time)
{
    /// <summary>
    /// Most bytes of a part as JSON within JSON, which is how Lambda answers API Gateway; it answers at most 6 MB
    /// (https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html).
    /// </summary>
    public const int MaxPartBytes = 4_000_000;

    /// <summary>Gives a part of an environment or of a path as JSON.</summary>
    /// <param name="path">The config to export with everything below it; null for all.</param>
    /// <param name="after">The <see cref="ExportDocument.Next"/> of the part before; null for the first part.</param>
    /// <param name="scope">What whoever asks may see.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<ExportDocument> DocumentAsync(
        ConfigId? path, ConfigId? after, AccessScope scope, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var part = await PartAsync(path, after, scope, config => SizeOf(ExportedConfig.Of(config, now)), cancellationToken);
        return new()
        {
            Format = ExportDocument.CurrentFormat,
            ExportedAt = now,
            Path = path,
            After = after,
            Settings = path is null && after is null && scope.IsEverything ? (await settings.GetStoredAsync(cancellationToken))?.Value : null,
            Configs = [.. part.Configs.Select(config => ExportedConfig.Of(config, now))],
            Next = part.Next,
        };
    }

    /// <summary>Gives the values of a part as CSV, with a byte order mark, by which Excel knows UTF-8.</summary>
    public async Task<(byte[] Csv, ConfigId? Next)> CsvAsync(
        ConfigId? path, ConfigId? after, AccessScope scope, CancellationToken cancellationToken)
    {
        var part = await PartAsync(path, after, scope, config => CsvRows.Write(CsvValues.Of(config)).Length, cancellationToken);
        return (CsvRows.Write(part.Configs.SelectMany(CsvValues.Of)), part.Next);
    }

    // No part has more than an import takes, so that each can be imported as it is.
    private async Task<(List<Config> Configs, ConfigId? Next)> PartAsync(
        ConfigId? path, ConfigId? after, AccessScope scope, Func<Config, int> sizeOf, CancellationToken cancellationToken)
    {
        var configs = new List<Config>();
        var bytes = 0;
        await foreach (var config in store.ConfigsAsync(scope.Narrow(path), after, cancellationToken))
        {
            if (!scope.Includes(config.Id))
                continue;
            bytes += sizeOf(config);
            if (configs.Count == Import.MaxChanged || (bytes > MaxPartBytes && configs.Count > 0))
                return (configs, configs[^1].Id);
            configs.Add(config);
        }

        return (configs, null);
    }

    private static int SizeOf(ExportedConfig config)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(config, ExchangeJson.Relaxed.ExportedConfig);
        return json.Length + json.AsSpan().Count((byte)'"') + json.AsSpan().Count((byte)'\\');
    }
}
