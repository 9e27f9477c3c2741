using System.Diagnostics.CodeAnalysis;

namespace FlowConfigs.Core.Phones;

/// <summary>
/// Reads a phone number as people write it (rules R21 and R22). The API reads with libphonenumber; programs without room for it, such as
/// the functions that calls wait for, read with <see cref="BasicPhoneReader"/>. Both give the same number or none.
/// </summary>
public interface IPhoneReader
{
    /// <summary>Reads a number, or says in <paramref name="problem"/> why it cannot be read and how to write it.</summary>
    /// <param name="text">The number, with the country's code or in the national form of <paramref name="country"/>.</param>
    /// <param name="country">The region of numbers without a country code, such as <c>US</c>; null accepts none without.</param>
    /// <param name="e164">The number as <c>+15551230000</c>.</param>
    /// <param name="problem">What is wrong.</param>
    bool TryRead(string text, string? country, [NotNullWhen(true)] out string? e164, [NotNullWhen(false)] out string? problem);
}
