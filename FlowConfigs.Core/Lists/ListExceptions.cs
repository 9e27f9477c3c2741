namespace FlowConfigs.Core.Lists;

/// <summary>The list has entries, and was to be deleted without them; nothing was changed.</summary>
public sealed class ListHasEntriesException(ConfigId list)
    : Exception($"The list {list} has entries. To delete the entries too, send entries=true.");

/// <summary>The deletion of the list has begun; nothing is written to it any more.</summary>
public sealed class ListIsBeingDeletedException(ConfigId list)
    : Exception($"The list {list} is being deleted. Delete the list again to finish.");
