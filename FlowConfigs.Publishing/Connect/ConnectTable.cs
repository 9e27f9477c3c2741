using System.Text;

namespace FlowConfigs.Publishing.Connect;

/// <summary>table.sh of a Connect instance: what ops connect deploys, and what it does where CloudFormation cannot.</summary>
internal static class ConnectTable
{
    public static string Text(ModelFile model, IReadOnlyList<ComponentTemplate> templates)
    {
        var center = model.Center;
        var names = new Names(center);
        var text = new StringBuilder("# Written by publish from contact-center.json. Do not change it here.\n\n");
        Value(text, "CONNECT_ALIAS", center.Alias);
        List(text, "CONNECT_STACKS", templates.Select(template => template.Stack));
        text.Append("declare -A CONNECT_COMPONENT_OF=(\n");
        foreach (var template in templates)
            text.Append($"  [{template.Stack}]={Quoted(template.Component)}\n");
        text.Append(")\n\n");

        text.Append("# What Connect has made itself, and the stacks name: the last part of the SSM parameter, and the name.\n");
        List(text, "CONNECT_BUILT_IN", BuiltIns(model));
        text.Append("# Links that CloudFormation cannot make.\n");
        List(text, "CONNECT_NUMBER_FLOWS", center.Numbers.Where(number => number.Flow is not null)
            .Select(number => $"{Key(names, Kind.Number, number.Name)}|{Key(names, Kind.Flow, number.Flow!)}"));
        List(text, "CONNECT_QUEUE_QUICK_CONNECTS", center.Queues.SelectMany(queue => queue.QuickConnects
            .Select(quick => $"{Key(names, Kind.Queue, queue.Name)}|{Key(names, Kind.QuickConnect, quick)}")));

        Value(text, "CONNECT_REPLICA_REGION", center.Replica?.Region);
        Value(text, "CONNECT_REPLICA_ALIAS", center.Replica?.Alias);
        Value(text, "CONNECT_TRAFFIC_GROUP", center.Replica?.TrafficGroup);
        Value(text, "CONNECT_REPLICA_SHARE", center.Replica?.Share.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return text.ToString();
    }

    private static IEnumerable<string> BuiltIns(ModelFile model)
    {
        var names = new Names(model.Center);
        var inFlows = model.Flows.Values.SelectMany(Placeholder.Of).Select(placeholder => (placeholder.Kind, placeholder.Name));
        return ReferenceCheck.Of(model.Center).Select(reference => (reference.Kind, reference.Name)).Concat(inFlows).Distinct()
            .Where(named => !names.Has(named.Kind, named.Name))
            .Select(named => $"{Key(names, named.Kind, named.Name)}|{named.Name}").Order(StringComparer.Ordinal);
    }

    private static string Key(Names names, string kind, string name) => $"{kind}/{Names.Slug(names.KeyOf(kind, name))}";

    private static void Value(StringBuilder text, string name, string? value) => text.Append($"{name}={Quoted(value ?? "")}\n");

    private static void List(StringBuilder text, string name, IEnumerable<string> values)
    {
        text.Append($"{name}=(\n");
        foreach (var value in values)
            text.Append($"  {Quoted(value)}\n");
        text.Append(")\n\n");
    }

    private static string Quoted(string value) => $"'{value.Replace("'", @"'\''")}'";
}
