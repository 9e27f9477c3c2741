namespace FlowConfigs.Core;

/// <summary>It cannot be done as things are: something else has to be done first. Nothing was written.</summary>
/// <param name="message">What stands in the way, and what to do.</param>
public sealed class BlockedOperationException(string message) : Exception(message);

/// <summary>Something, or an answer that a config gives, would be larger than AWS takes; nothing was written.</summary>
public sealed class ConfigTooLargeException(string message) : Exception(message);

/// <summary>The table had too much to do, or others wrote to the same things all the time; nothing was written.</summary>
public sealed class TableBusyException() : Exception("Many people are saving the same things right now, so nothing was changed. Try again in a moment.");
