using System.Diagnostics.CodeAnalysis;
using Directino.Persistence;

namespace Directino.Accounts;

/// <summary>A connected Instagram account. Ours; Meta's own id is a string beside it.</summary>
public readonly record struct AccountId : ITypedId<AccountId>
{
    private AccountId(Guid value) => Value = TypedId.Checked(value);

    public Guid Value { get; }

    public static AccountId Of(Guid value) => new(value);

    public static AccountId New(TimeProvider clock) => TypedId.New<AccountId>(clock);

    public static AccountId Parse(string s, IFormatProvider? provider = null) => TypedId.Parse<AccountId>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out AccountId result) =>
        TypedId.TryParse(s, out result);

    public override string ToString() => Value.ToString();
}
