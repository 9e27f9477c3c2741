using FlowConfigs.Publishing.Connect;
using FlowConfigs.Publishing.Operating;
using FlowConfigs.Publishing.Packages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FlowConfigs.Publishing;

/// <summary>What <see cref="PublishSteps"/> run.</summary>
/// <param name="appHostDirectory">The folder of the AppHost's project.</param>
/// <param name="contactCenter">The model file of --contact-center; null for the examples.</param>
internal sealed class Publisher(string appHostDirectory, string? contactCenter = null)
{
    private static readonly string[] Owned = ["templates", "lambda", "web", Sbom.Folder];

    private readonly string repository = Path.GetFullPath(Path.Combine(appHostDirectory, ".."));

    private string Policies => Path.Combine(repository, "aws-templates", "policies");

    /// <summary>Writes everything that an installation needs: templates, zips, web app, policies, the ops script and its files.</summary>
    /// <exception cref="DistributedApplicationException">A program is missing or fails.</exception>
    public async Task PublishAsync(PipelineStepContext step)
    {
        using var cost = new Cost();
        RequireNode();
        if (Folder(step) == Path.Combine(repository, "aws-templates"))
            throw new DistributedApplicationException("--output-path aws-templates is what the repository keeps: write --step templates");
        var centers = ReadContactCenters(step);
        using var unfinished = new UnfinishedFolder(Folder(step));
        var folder = unfinished.Root;
        Log(step).Building(Folder(step));
        var zips = await new LambdaBuild(repository, folder, Log(step)).WriteAsync(step.CancellationToken);
        await WebBuild.WriteAsync(repository, folder, step.CancellationToken);
        Directory.CreateDirectory(Path.Combine(folder, "policies"));
        foreach (var file in Directory.EnumerateFiles(Policies))
            File.Copy(file, Path.Combine(folder, "policies", Path.GetFileName(file)), overwrite: true);
        WriteTexts(folder, zips, centers);
        unfinished.Finish(Owned);
        Log(step).Published(Folder(step), cost.Seconds, cost.PeakMegabytes);
    }

    /// <summary>
    /// Writes what the repository keeps of it, in aws-templates: all but binaries, without the hashes of the zips. It needs no builds.
    /// </summary>
    /// <exception cref="DistributedApplicationException">Node is missing.</exception>
    public Task WriteTemplatesAsync(PipelineStepContext step)
    {
        using var cost = new Cost();
        RequireNode();
        var centers = ReadContactCenters(step);
        using var unfinished = new UnfinishedFolder(Folder(step));
        Log(step).Writing(Folder(step));
        WriteTexts(unfinished.Root, Zips.WithoutHashes, centers);
        step.CancellationToken.ThrowIfCancellationRequested();
        unfinished.Finish(Owned);
        Log(step).Published(Folder(step), cost.Seconds, cost.PeakMegabytes);
        return Task.CompletedTask;
    }

    /// <summary>Writes a Connect instance alone: its templates, and what ops connect needs. It needs no builds.</summary>
    /// <exception cref="DistributedApplicationException">The model has faults; nothing is written then.</exception>
    public Task WriteConnectAsync(PipelineStepContext step)
    {
        using var cost = new Cost();
        RequireNode();
        var centers = ReadContactCenters(step);
        var folder = Directory.CreateDirectory(Folder(step)).FullName;
        centers.Write(folder);
        OperatorFiles.WriteScript(folder, appHostDirectory);
        foreach (var center in centers.All)
            Log(step).ContactCenter(center.Alias, center.Users.Count, center.Queues.Count, center.Flows.Count);
        Log(step).Published(folder, cost.Seconds, cost.PeakMegabytes);
        return Task.CompletedTask;
    }

    /// <summary>Writes what is text: templates, manifest, sample flow, the ops script and its files.</summary>
    public void WriteTexts(string folder, Zips zips, ContactCenters centers)
    {
        Templates.Write(folder, Policies, zips);
        Manifest.Write(folder, zips);
        ContactFlow.Write(folder, appHostDirectory);
        OperatorFiles.Write(folder, appHostDirectory);
        centers.Write(folder);
    }

    // Before anything is written: a model with faults stops it.
    private ContactCenters ReadContactCenters(PipelineStepContext step)
    {
        var centers = ContactCenters.Read(contactCenter, appHostDirectory);
        foreach (var (alias, note) in centers.Notes)
            Log(step).ModelNote(alias, note);

        return centers;
    }

    // CDK's classes run in Node, and say nothing that helps where it is missing.
    private static void RequireNode() => Command.Require(
        ("node", "install version 20.19 or later (https://nodejs.org)"), ("npm", "it comes with Node (https://nodejs.org)"));

    // Not the step's own: AddPlainStep silences Aspire's logger of steps.
    private static ILogger Log(PipelineStepContext step) => step.Services.GetRequiredService<ILoggerFactory>().CreateLogger("FlowConfigs");

    private static string Folder(PipelineStepContext step) =>
        step.Services.GetRequiredService<IPipelineOutputService>().GetOutputDirectory();
}
