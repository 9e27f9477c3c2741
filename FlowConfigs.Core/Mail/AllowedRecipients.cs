using FlowConfigs.Core.Lists;

namespace FlowConfigs.Core.Mail;

/// <summary>
/// The allowed recipients of mail: the addresses on a list, and with <c>@example.com</c> everyone at a domain. Without the list, no
/// recipient is allowed.
/// </summary>
/// <param name="lists">The lists.</param>
/// <param name="time">The clock: an entry can end.</param>
public sealed class AllowedRecipients(ListStore lists, TimeProvider time)
{
    /// <summary>The list's id; its keys are texts in small letters.</summary>
    public static readonly ConfigId List = ConfigId.Parse("mail-recipients");

    /// <summary>Whether every address is allowed.</summary>
    public async Task<bool> AreAllAsync(IReadOnlyList<string> addresses, CancellationToken cancellationToken)
    {
        var allowed = await Task.WhenAll(addresses.Select(address => IsAsync(address, cancellationToken)));
        return allowed.All(each => each);
    }

    private async Task<bool> IsAsync(string address, CancellationToken cancellationToken)
    {
        string[] keys = [address, address[address.LastIndexOf('@')..]];
        var found = await Task.WhenAll(keys.Select(key => lists.LookUpAsync(List, key, cancellationToken)));
        return found.Any(lookup => lookup?.IsListedAt(time.GetUtcNow()) == true);
    }
}
