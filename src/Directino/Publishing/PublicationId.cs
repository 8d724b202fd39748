using System.Diagnostics.CodeAnalysis;
using Directino.Persistence;

namespace Directino.Publishing;

/// <summary>One attempt to bring a post to Instagram.</summary>
public readonly record struct PublicationId : ITypedId<PublicationId>
{
    private PublicationId(Guid value) => Value = TypedId.Checked(value);

    public Guid Value { get; }

    public static PublicationId Of(Guid value) => new(value);

    public static PublicationId New(TimeProvider clock) => TypedId.New<PublicationId>(clock);

    public static PublicationId Parse(string s, IFormatProvider? provider = null) => TypedId.Parse<PublicationId>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PublicationId result) =>
        TypedId.TryParse(s, out result);

    public override string ToString() => Value.ToString();
}
