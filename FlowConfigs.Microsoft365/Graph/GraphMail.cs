namespace FlowConfigs.Microsoft365.Graph;

/// <summary>A mail in plain text.</summary>
/// <param name="To">The recipients' addresses.</param>
/// <param name="Subject">The subject.</param>
/// <param name="Text">The text.</param>
/// <param name="Contact">Connect's id of the contact; a header of the mail carries it.</param>
public sealed record GraphMail(IReadOnlyList<string> To, string Subject, string Text, string Contact)
{
    // A copy in the mailbox's own Sent Items would show callers' numbers to everyone who can open the mailbox.
    internal GraphSendMail ToGraph() => new(
        new(
            Subject,
            new("Text", Text),
            [.. To.Select(address => new GraphRecipient(new(address)))],
            [new("x-flow-configs-contact", Contact)]),
        SaveToSentItems: false);
}
