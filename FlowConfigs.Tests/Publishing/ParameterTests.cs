using FlowConfigs.Publishing;

namespace FlowConfigs.Tests.Publishing;

/// <summary>The templates and the list of parameters say the same.</summary>
public sealed class ParameterTests
{
    public static TheoryData<string> Stacks => [.. StackList.All.Select(stack => stack.Number)];

    [Theory]
    [MemberData(nameof(Stacks))]
    public void A_template_has_the_parameters_of_the_list_and_uses_each(string number)
    {
        var stack = StackList.Of(number);
        var template = Template.Of($"{stack.Number}-{stack.Name}");
        Assert.Equal(Parameters.Of(number).Select(parameter => parameter.Name), template.Parameters);

        var text = string.Concat(template.Json.Where(part => part.Key != "Parameters").Select(part => part.Value!.ToJsonString()));
        Assert.All(Parameters.Of(number), parameter => Assert.True(
            text.Contains($$"""{"Ref":"{{parameter.Name}}"}""", StringComparison.Ordinal)
            || text.Contains($"${{{parameter.Name}}}", StringComparison.Ordinal),
            $"{stack.Name} takes {parameter.Name} and does not use it"));
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public void A_template_tells_what_the_list_of_outputs_says(string number)
    {
        var stack = StackList.Of(number);
        var template = Template.Of($"{stack.Number}-{stack.Name}");
        Assert.Equal(
            Outputs.Of(stack).Select(output => output.Name).Order(),
            (template.Json["Outputs"]?.AsObject() ?? []).Select(output => output.Key).Order());
        Assert.Equal(
            Outputs.Of(stack).Select(output => Outputs.SsmName("${Stage}", output.Key)).Order(),
            template.Properties("AWS::SSM::Parameter").Select(parameter => (string)parameter["Name"]!["Fn::Sub"]!).Order());
    }

    [Fact]
    public void Every_parameter_has_a_stack_a_description_and_an_example_that_fits()
    {
        foreach (var parameter in Parameters.All)
        {
            Assert.NotEmpty(parameter.Stacks);
            Assert.False(parameter.Description.EndsWith('.'));
            Assert.True(parameter.FilledInBy is null || parameter.Example != "", $"{parameter.Name} has no example");
            var values = parameter.Kind == ParameterKind.Shared ? [] : new[] { parameter.Default, parameter.Example }.OfType<string>();
            Assert.All(values, value =>
            {
                Assert.True(parameter.Pattern is null || Matches(parameter.Pattern, value), $"{value} is no {parameter.Name}");
                Assert.True(parameter.Allowed.Length == 0 || parameter.Allowed.Contains(value), $"{value} is no {parameter.Name}");
            });
        }

        Assert.Distinct(Parameters.All.Select(parameter => parameter.Name));
        Assert.Distinct(Outputs.All.Select(output => output.Key));
    }

    [Fact]
    public void A_value_that_another_stack_publishes_comes_from_an_earlier_one_of_the_same_Region()
    {
        foreach (var parameter in Parameters.All.Where(parameter => parameter.SharedKey is not null))
        {
            var source = StackList.Of(Outputs.Of(parameter.SharedKey!).Stack);
            Assert.All(parameter.Stacks, number => Assert.True(string.CompareOrdinal(source.Number, number) < 0));
            Assert.All(parameter.Stacks, number => Assert.Equal(source.Regions, StackList.Of(number).Regions));
        }
    }

    [Theory]
    [InlineData("SamlMetadataUrl", "SAML_METADATA_URL")]
    [InlineData("VpcEndpointIds", "VPC_ENDPOINT_IDS")]
    [InlineData("Stage", "STAGE")]
    public void A_parameters_variable_is_its_name_in_capitals(string name, string variable) =>
        Assert.Equal(variable, Parameters.All.Single(parameter => parameter.Name == name).Variable);

    private static bool Matches(string pattern, string value) =>
        System.Text.RegularExpressions.Regex.IsMatch(value, $"^(?:{pattern})$");
}
