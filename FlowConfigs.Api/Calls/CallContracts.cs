using FlowConfigs.Core.Calls;
using FlowConfigs.Core.Phones;

namespace FlowConfigs.Api.Calls;

/// <summary>Calls, the newest first.</summary>
/// <param name="Items">The calls.</param>
/// <param name="NumbersMasked">Whether numbers are masked; then vanity numbers are left out, because they dial the number.</param>
/// <param name="Next">Pass it as <c>before</c> for the next page; null on the last.</param>
public sealed record CallsResponse(IReadOnlyList<CallResponse> Items, bool NumbersMasked, string? Next);

/// <summary>A call that was offered vanity numbers.</summary>
/// <param name="ContactId">Connect's id of the contact.</param>
/// <param name="At">When the caller was answered.</param>
/// <param name="Number">The caller's number, masked where <see cref="CallsResponse.NumbersMasked"/>; null where it is withheld.</param>
/// <param name="Vanity">The best vanity numbers, the best first.</param>
public sealed record CallResponse(string ContactId, DateTimeOffset At, string? Number, IReadOnlyList<string> Vanity)
{
    // Some calls were kept before the product recognized that such numbers belong to no caller.
    internal static CallResponse Of(Call call) => WithheldCaller.Is(call.Number)
        ? new(call.ContactId, call.At, null, [])
        : new(call.ContactId, call.At, call.Number, call.Vanity);

    internal static CallResponse Masked(Call call) =>
        Of(call) with { Number = Of(call).Number is { } number ? MaskedNumber.Of(number) : null, Vanity = [] };
}
