namespace FlowConfigs.Api.Phones;

/// <summary>An id looks like a phone number that is not in the form in which Connect delivers it; nothing was written.</summary>
/// <param name="written">The id.</param>
/// <param name="number">The number in E.164.</param>
internal sealed class NumberWithoutPlusException(string written, string number) : Exception(
    $"Looks like a phone number. Did you mean {number}? Amazon Connect sends dialled numbers in this form, so calls would not find {written}. "
    + $"If flows pass exactly {written}, send asWritten=true.")
{
    /// <summary>The number in E.164, such as <c>+12055550123</c>.</summary>
    public string Number { get; } = number;
}
