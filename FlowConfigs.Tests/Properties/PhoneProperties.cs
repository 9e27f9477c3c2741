using FlowConfigs.Api.Phones;
using FlowConfigs.Core.Phones;
using FsCheck;
using FsCheck.Fluent;
using PhoneNumbers;
using Number = PhoneNumbers.PhoneNumber;
using PhoneNumber = FlowConfigs.Core.Phones.PhoneNumber;

namespace FlowConfigs.Tests.Properties;

/// <summary>Any country's numbers, in any form that its people write.</summary>
public class PhoneProperties
{
    private static readonly PhoneNumberUtil Numbers = PhoneNumberUtil.GetInstance();

    private static readonly (string Region, Number Number)[] Examples =
    [
        .. from region in Numbers.GetSupportedRegions()
           from type in Enum.GetValues<PhoneNumberType>()
           let number = Numbers.GetExampleNumberForType(region, type)
           where number is not null
           select (region, number),
    ];

    // Other numbers of the same kind: the last digits are anybody's.
    private static Gen<(string Region, string E164, string Written)> Written { get; } =
        from example in Gen.Elements(Examples)
        from last in Gen.Choose(0, 999)
        let number = Changed(example.Number, last)
        where Numbers.IsValidNumberForRegion(number, example.Region)
        from form in Gen.Elements(PhoneNumberFormat.E164, PhoneNumberFormat.INTERNATIONAL, PhoneNumberFormat.NATIONAL, PhoneNumberFormat.RFC3966)
        from mangled in Gen.Elements<Func<string, string>>(
            text => text, text => text, text => text.TrimStart('+'), text => text.TrimStart('0'), text => $" {text.Replace(' ', '\u00A0')} ",
            text => text.Replace(" ", "", StringComparison.Ordinal))
        select (example.Region, Numbers.Format(number, PhoneNumberFormat.E164), mangled(Numbers.Format(number, form)));

    [Trait("Rule", "R22")]
    [Fact]
    public void A_number_of_any_country_is_read_as_itself_or_not_at_all() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(Written.ToArbitrary(), sample =>
        {
            IPhoneReader[] readers = [new PhoneReader(), new BasicPhoneReader()];
            foreach (var reader in readers)
            {
                if (reader.TryRead(sample.Written, sample.Region, out var read, out var problem))
                    Assert.Equal(PhoneNumber.SamePhone(sample.E164), PhoneNumber.SamePhone(read));
                else
                    Assert.NotEqual("", problem);
            }
        }));

    [Trait("Rule", "R21")]
    [Fact]
    public void An_example_number_is_read_in_each_form_with_its_code_or_its_trunk_digit()
    {
        var refused = Examples
            .Where(example => Numbers.IsValidNumber(example.Number) && PhoneNumber.IsE164(E164(example.Number)))
            .SelectMany(example => new[] { PhoneNumberFormat.E164, PhoneNumberFormat.INTERNATIONAL, PhoneNumberFormat.NATIONAL }
                .Select(form => (example.Region, E164: E164(example.Number), Written: Numbers.Format(example.Number, form))))
            .Where(sample => !new PhoneReader().TryRead(sample.Written, sample.Region, out _, out var problem)
                && !problem.StartsWith("Can be", StringComparison.Ordinal))
            .ToList();
        Assert.Empty(refused);
    }

    private static string E164(Number number) => Numbers.Format(number, PhoneNumberFormat.E164);

    private static Number Changed(Number number, int last)
    {
        var changed = new Number.Builder().MergeFrom(number).SetNationalNumber(number.NationalNumber / 1000 * 1000 + (ulong)last).Build();
        return Numbers.IsValidNumber(changed) ? changed : number;
    }
}
