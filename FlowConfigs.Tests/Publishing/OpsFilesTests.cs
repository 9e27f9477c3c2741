using System.Text.RegularExpressions;
using FlowConfigs.Publishing;
using FlowConfigs.Publishing.Operating;

namespace FlowConfigs.Tests.Publishing;

/// <summary>flow-configs.env, the TODO files and the script's table against the lists from which the templates are made.</summary>
public sealed class OpsFilesTests : IDisposable
{
    private readonly OpsFolder folder = new();

    public static TheoryData<string> Filled => [.. Variables.All.Select(parameter => parameter.Name)];

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Every_parameter_of_a_template_is_filled_in_read_from_another_stack_or_worked_out()
    {
        var known = Variables.All.Select(parameter => parameter.Name)
            .Concat(Parameters.All.Where(parameter => parameter.Kind == ParameterKind.Shared).Select(parameter => parameter.Name))
            .Concat(WorkedOut());
        Assert.Equal(Parameters.All.Select(parameter => parameter.Name).Append("AccountId").Order(), known.Order());
    }

    // bash would take the one that it reads last, whichever was meant.
    [Fact]
    public void No_two_functions_of_ops_have_one_name()
    {
        var names = Directory.EnumerateFiles(Path.Combine(folder.Root, "ops.d")).Append(Path.Combine(folder.Root, "ops"))
            .SelectMany(File.ReadLines).Select(line => Regex.Match(line, @"^(?<name>\w+)\(\)")).Where(start => start.Success)
            .Select(start => start.Groups["name"].Value).ToList();
        Assert.NotEmpty(names);
        Assert.Equal(names.Distinct(), names);
    }

    [Theory]
    [MemberData(nameof(Filled))]
    public void A_parameter_stands_in_the_TODO_file_of_its_administrator_alone_and_in_the_env_file_once(string name)
    {
        var parameter = Variables.All.Single(parameter => parameter.Name == name);
        Assert.True(parameter.Stacks.Length > 0 || name == "AccountId");
        foreach (var variable in Variables.NamesOf(parameter))
        {
            Assert.Equal(1, Count("flow-configs.env", $@"^{variable}=""", RegexOptions.Multiline));
            foreach (var administrator in Enum.GetValues<Administrator>())
            {
                var rows = Count($"todo/{TodoFile.Name(administrator)}", $@"^\|.*`{variable}`", RegexOptions.Multiline);
                Assert.Equal(administrator == parameter.FilledInBy ? 1 : 0, rows);
            }
        }
    }

    [Fact]
    public void An_output_stands_in_the_TODO_file_of_its_administrator_alone()
    {
        foreach (var output in Outputs.All)
        {
            foreach (var administrator in Enum.GetValues<Administrator>())
            {
                var rows = Count($"todo/{TodoFile.Name(administrator)}", $@"\{{\{{primary:{output.Key}\}}\}}");
                Assert.Equal(administrator == output.For ? 1 : 0, rows);
            }
        }
    }

    [Fact]
    public void No_secret_has_a_place_in_the_env_file() => Assert.DoesNotContain(Variables.All, parameter => parameter.Secret);

    [Fact]
    public async Task Every_example_and_every_default_passes_the_check()
    {
        folder.Installed();
        foreach (var parameter in Variables.All.Where(parameter => !parameter.PerRegion && parameter.Name is not "ProviderType"))
            folder.Set(parameter.Variable, parameter.Example);
        Passed(await folder.RunAsync("check"));

        foreach (var (name, value) in OpsFolder.Filled())
            folder.Set(name, value);
        Passed(await folder.RunAsync("check"));
    }

    [Fact]
    public void A_pattern_becomes_one_that_bash_takes() =>
        Assert.Equal("[A-Za-z0-9_[:space:].]+([a-z](x)?)", OpsTable.PosixPattern(@"(|[\w\s.]+(?:[a-z](?:x)?))"));

    private static void Passed(OpsResult result)
    {
        Assert.Equal("", result.Errors);
        Assert.Equal(0, result.Exit);
    }

    // parameters.sh has a branch for each.
    private static IEnumerable<string> WorkedOut() =>
        File.ReadLines(Repository.Path("aws-templates/ops.d/parameters.sh"))
            .Select(line => Regex.Match(line, @"^    (\w+)\) "))
            .Where(match => match.Success)
            .Select(match => match.Groups[1].Value);

    private int Count(string file, string pattern, RegexOptions options = RegexOptions.None) =>
        Regex.Count(folder.Read(file), pattern, options);
}
