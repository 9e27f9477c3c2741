namespace FlowConfigs.ConnectHandler;

/// <summary>The event is neither a contact flow's nor one that asks for anything: its sender learns what was expected.</summary>
internal sealed class UnexpectedEventException(string example) : Exception(
    $"Expected the event of an Amazon Connect flow, which has \"Details\", or an object such as {example}.");
