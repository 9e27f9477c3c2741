namespace FlowConfigs.LocalHosting.Telemetry;

/// <summary>Who sent something: the resource's name in the AppHost, and the part of its program.</summary>
internal readonly record struct Source(string Resource, string Scope);

/// <summary>
/// What traces, logs and metrics have in common.
/// https://github.com/open-telemetry/opentelemetry-proto/tree/main/opentelemetry/proto (common/v1, resource/v1)
/// </summary>
internal static class OtlpCommon
{
    public delegate void Item(ReadOnlySpan<byte> message, Source source);

    /// <summary>All three signals are resources with scopes with items; only the items differ.</summary>
    public static void ForEach(ReadOnlySpan<byte> request, Item take)
    {
        var resources = new ProtoReader(request);
        while (resources.Next())
        {
            if (resources.Field == 1)
                ForEachScope(resources.Bytes(), take);
            else
                resources.Skip();
        }
    }

    private static void ForEachScope(ReadOnlySpan<byte> message, Item take)
    {
        var resource = "";
        var first = new ProtoReader(message); // the resource may stand behind what belongs to it
        while (first.Next())
        {
            if (first.Field == 1)
                resource = ServiceName(first.Bytes());
            else
                first.Skip();
        }

        var scopes = new ProtoReader(message);
        while (scopes.Next())
        {
            if (scopes.Field == 2)
                ForEachItem(scopes.Bytes(), resource, take);
            else
                scopes.Skip();
        }
    }

    private static void ForEachItem(ReadOnlySpan<byte> message, string resource, Item take)
    {
        var scope = "";
        var first = new ProtoReader(message);
        while (first.Next())
        {
            if (first.Field == 1)
                scope = ScopeName(first.Bytes());
            else
                first.Skip();
        }

        var items = new ProtoReader(message);
        while (items.Next())
        {
            if (items.Field == 2)
                take(items.Bytes(), new Source(resource, scope));
            else
                items.Skip();
        }
    }

    private static string ServiceName(ReadOnlySpan<byte> message)
    {
        List<KeyValuePair<string, object>> attributes = [];
        var reader = new ProtoReader(message);
        while (reader.Next())
        {
            if (reader.Field == 1)
                OtlpValues.AddTo(attributes, reader.Bytes());
            else
                reader.Skip();
        }

        return new Attributes(attributes)["service.name"] ?? "unknown";
    }

    private static string ScopeName(ReadOnlySpan<byte> message)
    {
        var name = "";
        var reader = new ProtoReader(message);
        while (reader.Next())
        {
            if (reader.Field == 1)
                name = Names.Shared(reader.Text());
            else
                reader.Skip();
        }

        return name;
    }
}
