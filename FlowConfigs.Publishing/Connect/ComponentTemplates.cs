using System.Text.Json.Nodes;
using Constructs;
using FlowConfigs.Publishing.Connect.Stacks;

namespace FlowConfigs.Publishing.Connect;

/// <summary>A template of a Connect instance.</summary>
/// <param name="Stack">What names its file: 35-queues.</param>
/// <param name="Component">What ops connect calls it: queues; of 50-users-07 it is users.</param>
/// <param name="Json">The template.</param>
/// <param name="Text">The same, as it is written.</param>
/// <param name="Made">Which thing of the instance each of its resources is.</param>
internal sealed record ComponentTemplate(
    string Stack, string Component, JsonObject Json, string Text, IReadOnlyDictionary<string, (string Kind, string Name)> Made);

/// <summary>Makes the templates of a Connect instance, in the order of their deployment.</summary>
internal static class ComponentTemplates
{
    public static IReadOnlyList<ComponentTemplate> Of(ModelFile model)
    {
        List<(string Number, string Component, ComponentStack Stack)> order = [];
        var templates = Synthesis.Run(app => order.AddRange(Add(app, model)));
        return
        [
            .. order.Select(entry => new ComponentTemplate(
                $"{entry.Number}-{entry.Stack.Name}", entry.Component, templates[entry.Stack.Name],
                ReadableJson.Text(templates[entry.Stack.Name]), entry.Stack.Made)),
        ];
    }

    private static List<(string Number, string Component, ComponentStack Stack)> Add(Construct app, ModelFile model)
    {
        var center = model.Center;
        List<(string Number, string Component, ComponentStack Stack)> stacks = [("10", "instance", new InstanceStack(app, center))];
        var late = center.Resources.Count(resource => ResourceType.IsLate(resource.Type));
        Where("12", center.Resources.Count - late, "early-resources", () => new ResourcesStack(app, center, late: false));
        Where("15", center.Storage.Count, "storage", () => new StorageStack(app, center));
        Where("20", center.Hours.Count, "hours", () => new HoursStack(app, center));
        Where("25", center.Numbers.Count, "numbers", () => new NumbersStack(app, center));
        Where("30", center.Hierarchy.Levels.Count, "hierarchy", () => new HierarchyStack(app, center));
        Where("35", center.Queues.Count, "queues", () => new QueuesStack(app, center));
        Where("40", center.RoutingProfiles.Count, "routing-profiles", () => new RoutingProfilesStack(app, center));
        Where("45", center.SecurityProfiles.Count, "security-profiles", () => new SecurityProfilesStack(app, center));
        foreach (var shard in center.Users.GroupBy(UsersStack.Shard).OrderBy(shard => shard.Key))
            stacks.Add(("50", "users", new UsersStack(app, center, shard.Key, shard)));
        var integrations = center.Lambdas.Count + center.LexBots.Count + center.Applications.Count;
        Where("55", integrations, "integrations", () => new IntegrationsStack(app, center));
        Where("58", center.Prompts.Count, "prompts", () => new PromptsStack(app, center));
        Where("60", center.Modules.Count, "modules", () => new ModulesStack(app, model));
        Where("65", center.Flows.Count, "flows", () => new FlowsStack(app, model));
        Where("70", center.QuickConnects.Count, "quick-connects", () => new QuickConnectsStack(app, center));
        Where("75", late, "late-resources", () => new ResourcesStack(app, center, late: true));
        return stacks;

        void Where(string number, int things, string component, Func<ComponentStack> stack)
        {
            if (things > 0)
                stacks.Add((number, component, stack()));
        }
    }
}
