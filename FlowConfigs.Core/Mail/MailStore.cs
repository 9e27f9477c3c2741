using System.Globalization;
using System.Text.Json;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Core.Mail;

/// <summary>
/// The outbox in the table: an item for each contact and template, so that a function that is invoked again adds none. What is still to
/// be sent is listed apart, so that a sender reads nothing else. The table deletes a mail when its time is over.
/// </summary>
/// <param name="table">The table.</param>
/// <param name="time">The clock.</param>
public sealed class MailStore(DynamoTable table, TimeProvider time)
{
    /// <summary>Most mails of a list.</summary>
    public const int MaxPage = 100;

    private const string Kind = "mail";
    private const string Open = "MAIL#OPEN";
    private const string Done = "MAIL#DONE";

    /// <summary>Keeps a mail, unless its contact has one of the same template already.</summary>
    /// <returns>Whether it is a new one.</returns>
    public Task<bool> KeepAsync(QueuedMail mail, CancellationToken cancellationToken) =>
        table.PutNewAsync(ItemOf(mail, 1), cancellationToken);

    /// <summary>Reads a mail with its text, strongly consistent; null where there is none.</summary>
    public async Task<QueuedMail?> GetAsync(string contactId, ConfigId template, CancellationToken cancellationToken) =>
        await table.GetAsync(KeyOf(contactId, template), cancellationToken) is { } item
            ? Read(item[Item.Body]) with { Version = item.Number(Item.Version) }
            : null;

    /// <summary>Reads what is waiting or being sent, the oldest first, without texts; the index follows within moments.</summary>
    public IAsyncEnumerable<QueuedMail> OpenAsync(CancellationToken cancellationToken) => table
        .AllAsync(new ItemQuery(Open) { Listing = true }, cancellationToken)
        .Select(item => Read(item[Item.Summary]));

    /// <summary>Lists the newest mails of every state, the newest first, without texts.</summary>
    public async Task<IReadOnlyList<QueuedMail>> ListAsync(int limit, CancellationToken cancellationToken)
    {
        var pages = await Task.WhenAll(((string[])[Open, Done]).Select(partition =>
            table.PageAsync(new ItemQuery(partition) { Listing = true, Descending = true, Limit = limit }, cancellationToken)));
        var now = time.GetUtcNow();
        return
        [
            .. pages.SelectMany(page => page.Items).Select(item => Read(item[Item.Summary]))
                .Where(mail => mail.Expires > now).OrderByDescending(mail => mail.At).Take(limit),
        ];
    }

    /// <summary>Writes a mail over the version that was read.</summary>
    /// <returns>The mail as written; null where someone else was first.</returns>
    public async Task<QueuedMail?> TrySaveAsync(QueuedMail mail, CancellationToken cancellationToken)
    {
        var changed = mail with { ChangedAt = time.GetUtcNow(), Version = mail.Version + 1 };
        var transaction = table.NewTransaction();
        transaction.Put(ItemOf(changed, changed.Version), Expect.Version(mail.Version));
        return (await transaction.TryCommitAsync(cancellationToken)).Count == 0 ? changed : null;
    }

    private static TableItem ItemOf(QueuedMail mail, int version)
    {
        var item = new TableItem(KeyOf(mail.ContactId, mail.Template));
        item.SetNumber(Item.Version, version);
        item[Item.Body] = JsonSerializer.Serialize(mail, MailJson.Relaxed.QueuedMail);
        item[Item.Listed] = mail.State is MailState.Waiting or MailState.Sending ? Open : Done;
        item[Item.Id] = string.Create(CultureInfo.InvariantCulture, $"{mail.At.UtcDateTime:O}#{mail.ContactId}#{mail.Template}");
        item[Item.Summary] = JsonSerializer.Serialize(mail with { Text = "" }, MailJson.Relaxed.QueuedMail);
        item.SetNumber(Item.Expires, mail.Expires.ToUnixTimeSeconds());
        return item;
    }

    private static ItemKey KeyOf(string contactId, ConfigId template) => ItemKey.Current(Kind, $"{contactId}#{template}");

    private static QueuedMail Read(string body) => JsonSerializer.Deserialize(body, MailJson.Default.QueuedMail)!;
}
