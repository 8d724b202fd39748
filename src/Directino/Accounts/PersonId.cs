using System.Diagnostics.CodeAnalysis;
using Directino.Persistence;

namespace Directino.Accounts;

/// <summary>A person who signs in.</summary>
public readonly record struct PersonId : ITypedId<PersonId>
{
    private PersonId(Guid value) => Value = TypedId.Checked(value);

    public Guid Value { get; }

    public static PersonId Of(Guid value) => new(value);

    public static PersonId New(TimeProvider clock) => TypedId.New<PersonId>(clock);

    public static PersonId Parse(string s, IFormatProvider? provider = null) => TypedId.Parse<PersonId>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PersonId result) =>
        TypedId.TryParse(s, out result);

    public override string ToString() => Value.ToString();
}
