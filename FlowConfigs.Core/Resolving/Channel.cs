using System.Text.Json.Serialization;

namespace FlowConfigs.Core.Resolving;

/// <summary>How a contact reaches the contact centre, as far as prompts differ by it.</summary>
[JsonConverter(typeof(EnumNames<Channel>))]
public enum Channel
{
    /// <summary>Spoken.</summary>
    Voice,

    /// <summary>Written.</summary>
    Chat,
}

/// <summary>Reads Connect's channel names.</summary>
public static class Channels
{
    /// <summary>
    /// VOICE, and an event without a channel, are spoken. CHAT, TASK, EMAIL and whatever Connect adds are written: plain text
    /// is right everywhere but on the telephone. (https://docs.aws.amazon.com/connect/latest/adminguide/connect-attrib-list.html)
    /// </summary>
    public static Channel Parse(string? channel) =>
        string.IsNullOrEmpty(channel) || channel.Equals("VOICE", StringComparison.OrdinalIgnoreCase) ? Channel.Voice : Channel.Chat;
}
