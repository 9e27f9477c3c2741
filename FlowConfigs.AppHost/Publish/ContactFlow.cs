namespace FlowConfigs.AppHost.Publish;

/// <summary>
/// The sample flow: it asks getConfig for BasicQueue, plays the closure prompt while the queue is closed and offers a callback where the
/// config says so; otherwise it greets and queues. Account, stage and queue in it are examples.
/// </summary>
internal static class ContactFlow
{
    public const string File = "contact-flow.json";

    public static void Write(string outputFolder, string appHostDirectory) => System.IO.File.Copy(
        Path.Combine(appHostDirectory, "Publish", File), Path.Combine(outputFolder, File), overwrite: true);
}
