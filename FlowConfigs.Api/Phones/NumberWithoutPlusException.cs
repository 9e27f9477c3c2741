namespace FlowConfigs.Api.Phones;

/// <summary>An id looks like a phone number that is not in the form in which Connect delivers it; nothing was written.</summary>
internal sealed class NumberWithoutPlusException : Exception
{
    private NumberWithoutPlusException(string written, string number, string then)
        : base($"Looks like a phone number. Did you mean {number}? Amazon Connect sends dialled numbers in this form, so calls would not find "
            + $"{written}.{then}") => Number = number;

    /// <summary>The number in E.164, such as <c>+12055550123</c>.</summary>
    public string Number { get; }

    /// <summary>One that can be an id as it is, such as <c>12055550123</c>.</summary>
    public static NumberWithoutPlusException Of(string id, string number) =>
        new(id, number, $" If flows pass exactly {id}, send asWritten=true.");

    /// <summary>One that cannot, such as <c>(205) 555-0123</c>.</summary>
    public static NumberWithoutPlusException OfNoId(string text, string number) => new(text, number, "");
}
