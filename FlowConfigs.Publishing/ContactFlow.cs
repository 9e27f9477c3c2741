using FlowConfigs.Publishing.Connect;

namespace FlowConfigs.Publishing;

/// <summary>The sample flows, for an instance that was made by hand. Account, stage and queue in them are examples.</summary>
internal static class ContactFlow
{
    // Global Resiliency copies flows as they are, and puts in the Region that a contact is in.
    private const string Functions = "arn:aws:lambda:$.AwsRegion:111122223333:function:flow-configs-dev-";

    private const string Queue =
        "arn:aws:connect:us-east-1:111122223333:instance/11111111-2222-3333-4444-555555555555/queue/66666666-7777-8888-9999-000000000000";

    private static readonly (string Source, string Sample)[] Flows =
    [
        // It asks getConfig for BasicQueue, plays the closure prompt while the queue is closed and offers a callback where the config
        // says so; otherwise it greets and queues.
        ("basic-queue.json", "contact-flow.json"),

        // It asks getConfig for the prompts and vanityNumbers for the numbers, speaks them, and offers to repeat them.
        ("vanity-numbers.json", "contact-flow-vanity-numbers.json"),

        // It asks officeCalendar whether the office is open, and has sendMail send a request for a call-back.
        ("office-calendar.json", "contact-flow-office-calendar.json"),
    ];

    public static void Write(string outputFolder, string appHostDirectory)
    {
        foreach (var (source, sample) in Flows)
        {
            var flow = File.ReadAllText(Path.Combine(appHostDirectory, "connect", "flows", source));
            File.WriteAllText(Path.Combine(outputFolder, sample), Placeholder.Replace(flow, Example));
        }
    }

    private static string Example(Placeholder placeholder) =>
        placeholder.Kind == Kind.Lambda ? $"{Functions}{placeholder.Name}:live" : Queue;
}
