using System.Diagnostics.CodeAnalysis;
using Directino.Persistence;

namespace Directino.Inbox;

/// <summary>A direct message. Ours; Instagram's own id is a string beside it.</summary>
public readonly record struct MessageId : ITypedId<MessageId>
{
    private MessageId(Guid value) => Value = TypedId.Checked(value);

    public Guid Value { get; }

    public static MessageId Of(Guid value) => new(value);

    public static MessageId New(TimeProvider clock) => TypedId.New<MessageId>(clock);

    public static MessageId Parse(string s, IFormatProvider? provider = null) => TypedId.Parse<MessageId>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out MessageId result) =>
        TypedId.TryParse(s, out result);

    public override string ToString() => Value.ToString();
}
