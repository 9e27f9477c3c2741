using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlowConfigs.Core;

/// <summary>Reads and writes an enum by its names only: a number would mean something else as soon as members are added.</summary>
public sealed class EnumNames<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
