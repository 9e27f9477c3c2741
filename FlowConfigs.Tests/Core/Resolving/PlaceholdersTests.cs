using FlowConfigs.Core.Resolving;

namespace FlowConfigs.Tests.Core.Resolving;

public class PlaceholdersTests
{
    [Trait("Rule", "R31")]
    [Theory]
    [InlineData("Welcome to $.External.OfficeName.", "$.External.OfficeName")]
    [InlineData("$.Attributes.first_name, $.Attributes.first_name!", "$.Attributes.first_name")]
    [InlineData("$.Attributes['first name'] and $.Attributes['last name']", "$.Attributes['first name'] $.Attributes['last name']")]
    [InlineData("<speak>$.CustomerEndpoint.Address</speak>", "$.CustomerEndpoint.Address")]
    [InlineData("$.Lex.Slots[0].Value", "$.Lex.Slots[0].Value")]
    [InlineData("Dear {name}, or {{name}}, or {{ name }}", "{name} {{ name }} {{name}}")]
    [InlineData("It costs $5. Or $.50, {not this}, {}, $. nothing", "")]
    [InlineData("Olá $.External.Escritório", "$.External.Escritório")]
    public void Places_that_are_filled_in_when_a_text_is_played_are_found(string text, string placeholders) =>
        Assert.Equal(placeholders, string.Join(' ', Placeholders.Of(text).Order(StringComparer.Ordinal)));
}
