using FlowConfigs.Publishing.Connect.Model;

namespace FlowConfigs.Publishing.Connect;

/// <summary>The Connect instances that publish writes: the one of --contact-center, or else the examples.</summary>
internal sealed class ContactCenters
{
    /// <summary>CloudFormation takes no more characters of a template, and no more resources, parameters or secrets in it.</summary>
    /// <remarks>https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html</remarks>
    private static readonly (string What, int Most, string Remedy)[] Limits =
    [
        ("characters", 1_000_000, "Move what flows have in common to modules."),
        ("resources", 500, "Too many for one stack: take some out, or make a second instance."),
        ("parameters", 200, "Too many different things are named by one stack: take some out."),
        ("secrets", 60, "Give users of one stack the same secret for their first password: CloudFormation reads 60 in a stack."),
    ];

    private readonly IReadOnlyList<(ModelFile Model, IReadOnlyList<ComponentTemplate> Templates)> all;

    private ContactCenters(IReadOnlyList<(ModelFile Model, IReadOnlyList<ComponentTemplate> Templates)> all) => this.all = all;

    /// <summary>What each instance's model may have wrong and Connect takes, a sentence for each.</summary>
    public IEnumerable<(string Alias, string Note)> Notes => all.SelectMany(center => Quotas.Exceeded(center.Model.Center)
        .Concat(ModelNotes.Of(center.Model.Center)).Concat(FlowNotes.Of(center.Model)).Select(note => (center.Model.Center.Alias, note)));

    public IEnumerable<ContactCenter> All => all.Select(center => center.Model.Center);

    /// <summary>Reads and checks the models and makes their templates, before anything is written.</summary>
    /// <param name="file">The model file that was named; null for the examples.</param>
    /// <param name="appHostDirectory">The folder of the AppHost's project, which holds the examples.</param>
    /// <exception cref="DistributedApplicationException">A model has faults, or CloudFormation would refuse a template.</exception>
    public static ContactCenters Read(string? file, string appHostDirectory)
    {
        var models = (file is null ? Examples(appHostDirectory) : [file]).Select(ModelFile.Read).ToList();
        var all = models.Select(model => (Model: model, Templates: ComponentTemplates.Of(model))).ToList();
        var faults = all.SelectMany(center => TooLarge(center.Model.Center, center.Templates)).ToList();
        return faults.Count == 0
            ? new ContactCenters(all)
            : throw new DistributedApplicationException($"Nothing was written:\n{string.Join('\n', faults)}");
    }

    /// <summary>Writes what each instance is made of: templates, and the table that the ops script reads.</summary>
    public void Write(string outputFolder)
    {
        var folder = Directory.CreateDirectory(Path.Combine(outputFolder, "connect")).FullName;
        File.WriteAllText(Path.Combine(folder, ModelSchema.File), ModelSchema.Text());
        foreach (var (model, templates) in all)
        {
            var own = Path.Combine(folder, model.Center.Alias);
            if (Directory.Exists(own))
                Directory.Delete(own, recursive: true);
            Directory.CreateDirectory(Path.Combine(own, "templates"));
            foreach (var template in templates)
                File.WriteAllText(Path.Combine(own, "templates", $"{template.Stack}.json"), template.Text);
            File.WriteAllText(Path.Combine(own, "table.sh"), ConnectTable.Text(model, templates));
            File.WriteAllLines(Path.Combine(own, "names.tsv"), NamesOf(templates));
        }
    }

    // For ops connect import: stack, logical id, kind and name.
    private static IEnumerable<string> NamesOf(IEnumerable<ComponentTemplate> templates) => templates.SelectMany(template => template.Made
        .OrderBy(made => made.Key, StringComparer.Ordinal)
        .Select(made => $"{template.Stack}\t{made.Key}\t{made.Value.Kind}\t{made.Value.Name}"));

    private static IEnumerable<string> Examples(string appHostDirectory) =>
        Directory.EnumerateFiles(Path.Combine(appHostDirectory, "connect"), "contact-center.json", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal);

    private static IEnumerable<string> TooLarge(ContactCenter center, IEnumerable<ComponentTemplate> templates) =>
        from template in templates
        let sizes = new[]
        {
            template.Text.Length, template.Json["Resources"]!.AsObject().Count, template.Json["Parameters"]?.AsObject().Count ?? 0,
            template.Text.Split("{{resolve:secretsmanager:").Length - 1,
        }
        from limit in Limits.Zip(sizes)
        where limit.Second > limit.First.Most
        select $"  {center.Alias}: the stack {template.Stack} has {limit.Second:N0} {limit.First.What}; CloudFormation takes "
            + $"{limit.First.Most:N0}. {limit.First.Remedy}";
}
