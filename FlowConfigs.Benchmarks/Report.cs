using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlowConfigs.Benchmarks;

/// <summary>A figure: the median of several rounds, with the least and the most.</summary>
internal sealed record Figure(string What, string Of, double Median, double Min, double Max, string Unit);

/// <summary>A ratio that has a goal.</summary>
internal sealed record Ratio(string What, double Value, double Goal)
{
    public bool Met => Value <= Goal;
}

/// <summary>What a benchmark has found: a table on the console, and JSON in artifacts/benchmarks.</summary>
internal sealed class Report(string name)
{
    private readonly List<Figure> figures = [];
    private readonly List<Ratio> ratios = [];

    public static string Repository { get; } = Path.GetFullPath(typeof(Report).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "Repository").Value!);

    public void Progress(string what) => Console.Error.WriteLine($"… {what}");

    public Figure Add(string what, string of, IEnumerable<double> rounds, string unit)
    {
        var sorted = rounds.Order().ToList();
        var figure = new Figure(what, of, sorted[sorted.Count / 2], sorted[0], sorted[^1], unit);
        figures.Add(figure);
        return figure;
    }

    public void Compare(string what, Figure ours, Figure theirs, double goal) => Compare(what, ours.Median / theirs.Median, goal);

    public void Compare(string what, double value, double goal) => ratios.Add(new(what, value, goal));

    public void Write()
    {
        Console.WriteLine($"| {name} | of | median | min | max | |\n|---|---|---:|---:|---:|---|");
        foreach (var figure in figures)
            Console.WriteLine($"| {figure.What} | {figure.Of} | {Text(figure.Median)} | {Text(figure.Min)} | {Text(figure.Max)} | {figure.Unit} |");
        if (ratios.Count > 0)
            Console.WriteLine("\n| ratio | seen | goal | |\n|---|---:|---:|---|");
        foreach (var ratio in ratios)
            Console.WriteLine($"| {ratio.What} | {Text(ratio.Value)} | ≤ {Text(ratio.Goal)} | {(ratio.Met ? "met" : "missed")} |");
        var folder = Directory.CreateDirectory(Path.Combine(Repository, "artifacts", "benchmarks"));
        var file = Path.Combine(folder.FullName, $"{name}.json");
        File.WriteAllText(file, JsonSerializer.Serialize(new(name, figures, ratios), ReportJson.Default.Result));
        Console.WriteLine($"\n{file}");
    }

    private static string Text(double value) => value.ToString(value < 10 ? "0.00" : "0", CultureInfo.InvariantCulture);
}

internal sealed record Result(string Name, IReadOnlyList<Figure> Figures, IReadOnlyList<Ratio> Ratios);

[JsonSerializable(typeof(Result))]
[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class ReportJson : JsonSerializerContext;
