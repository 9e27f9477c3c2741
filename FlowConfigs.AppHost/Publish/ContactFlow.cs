namespace FlowConfigs.AppHost.Publish;

/// <summary>The sample flows. Account, stage and queue in them are examples.</summary>
internal static class ContactFlow
{
    /// <summary>
    /// It asks getConfig for BasicQueue, plays the closure prompt while the queue is closed and offers a callback where the config says
    /// so; otherwise it greets and queues.
    /// </summary>
    public const string BasicQueue = "contact-flow.json";

    /// <summary>It asks getConfig for the prompts and vanityNumbers for the numbers, speaks them, and offers to repeat them.</summary>
    public const string VanityNumbers = "contact-flow-vanity-numbers.json";

    public static void Write(string outputFolder, string appHostDirectory)
    {
        foreach (var file in new[] { BasicQueue, VanityNumbers })
            File.Copy(Path.Combine(appHostDirectory, "Publish", file), Path.Combine(outputFolder, file), overwrite: true);
    }
}
