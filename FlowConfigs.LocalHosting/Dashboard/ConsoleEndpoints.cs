using System.Globalization;
using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace FlowConfigs.LocalHosting.Dashboard;

/// <summary>The first event of a console stream. <c>Resumed</c>: only lines that the client has not seen follow.</summary>
internal sealed record ConsoleOpening(bool Resumed);

/// <summary>Lines of a console stream, oldest first, after <c>Skipped</c> ones that the client was too slow to take.</summary>
internal sealed record ConsoleBatch(int Skipped, ConsoleLine[] Lines);

/// <summary>What a resource's process has written: as a file, as JSON, and live.</summary>
internal static class ConsoleEndpoints
{
    /// <summary>Lines kept for a client that reads slowly, and the most that its page shows. Older ones are skipped.</summary>
    internal const int LinesKeptForClient = 2_000;

    private const int LinesInEvent = 200;

    /// <summary>The board does not say where the kept lines end and the live ones begin: so long a pause is taken for it.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    public static void MapConsole(this IEndpointRouteBuilder app, IResourceBoard board)
    {
        // Tells this AppHost from the one before it, whose line numbers mean nothing here.
        var run = Guid.NewGuid().ToString("N")[..8];

        app.MapGet("/api/resources/{name}/console", (string name, HttpContext context) => DownloadAsync(board, name, context));

        app.MapGet("/api/resources/{name}/console/stream", async Task<IResult> (
            string name, string? after, HttpContext context, IHostApplicationLifetime lifetime) =>
        {
            if (board.Find(name) is null)
                return Problems.NoResource(name, board);
            await StreamAsync(board, name, context, lifetime, run, after);
            return Results.Empty;
        });
    }

    private static async Task<IResult> DownloadAsync(IResourceBoard board, string name, HttpContext context)
    {
        if (board.Find(name) is null)
            return Problems.NoResource(name, board);

        var lines = await KeptLinesAsync(board, name, context.RequestAborted);
        if (context.Request.Headers.Accept.ToString().Contains("application/json", StringComparison.OrdinalIgnoreCase))
            return Results.Json(lines, DashboardJson.Readable.ConsoleLineArray);

        var text = new StringBuilder();
        foreach (var line in lines)
            text.Append(CultureInfo.InvariantCulture, $"{line.At.UtcDateTime:O} {(line.IsError ? "stderr" : "stdout")} {line.Text}\n");
        return Results.File(Encoding.UTF8.GetBytes(text.ToString()), "text/plain; charset=utf-8", $"{name}.log");
    }

    private static async Task<ConsoleLine[]> KeptLinesAsync(IResourceBoard board, string name, CancellationToken cancellationToken)
    {
        var mask = new SecretMask(board.Resources);
        var asked = TimeProvider.System.GetUtcNow();
        List<ConsoleLine> kept = [];
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        end.CancelAfter(Pause);
        try
        {
            await foreach (var line in board.ConsoleAsync(name, end.Token))
            {
                if (line.At > asked)
                    break;
                kept.Add(mask.Apply(line));
                end.CancelAfter(Pause);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
        }

        return [.. kept];
    }

    private static async Task StreamAsync(
        IResourceBoard board, string name, HttpContext context, IHostApplicationLifetime lifetime, string run, string? after)
    {
        using var gone = context.UntilGone(lifetime);
        var stream = new EventStream(context.Response);
        var seen = after?.Split('.') is [var seenRun, var number] && seenRun == run && long.TryParse(number, out var parsed) ? parsed : -1;
        var skipped = 0;
        var lines = Channel.CreateBounded<ConsoleLine>(
            new BoundedChannelOptions(LinesKeptForClient) { FullMode = BoundedChannelFullMode.DropOldest },
            _ => Interlocked.Increment(ref skipped));
        var reading = ReadAsync(board.ConsoleAsync(name, gone.Token), lines.Writer, seen, gone.Token);
        try
        {
            await stream.SendAsync("opened", new ConsoleOpening(seen >= 0), DashboardJson.Readable.ConsoleOpening, gone.Token);
            while (await stream.WaitAsync(lines.Reader, gone.Token))
            {
                var batch = new ConsoleBatch(Interlocked.Exchange(ref skipped, 0), Take(lines.Reader, new SecretMask(board.Resources)));
                await stream.SendAsync("lines", batch, DashboardJson.Readable.ConsoleBatch, gone.Token, $"{run}.{batch.Lines[^1].Number}");
            }
        }
        catch (OperationCanceledException)
        {
        }
        finally
        {
            await gone.CancelAsync();
            await reading;
        }
    }

    private static async Task ReadAsync(
        IAsyncEnumerable<ConsoleLine> source, ChannelWriter<ConsoleLine> lines, long seen, CancellationToken cancellationToken)
    {
        // Off this thread: a board that has thousands of lines at hand would otherwise hand them over before anything is sent.
        await Task.Yield();
        try
        {
            await foreach (var line in source.WithCancellation(cancellationToken))
            {
                if (line.Number > seen)
                    lines.TryWrite(line);
            }
        }
        catch (OperationCanceledException)
        {
        }
        finally
        {
            lines.Complete();
        }
    }

    private static ConsoleLine[] Take(ChannelReader<ConsoleLine> lines, SecretMask mask)
    {
        List<ConsoleLine> batch = [];
        while (batch.Count < LinesInEvent && lines.TryRead(out var line))
            batch.Add(mask.Apply(line));
        return [.. batch];
    }
}
