using System.Diagnostics.CodeAnalysis;
using Directino.Persistence;

namespace Directino.Inbox;

/// <summary>A conversation of the inbox: the messages with one person, or one comment and what was answered to it.</summary>
public readonly record struct ConversationId : ITypedId<ConversationId>
{
    private ConversationId(Guid value) => Value = TypedId.Checked(value);

    public Guid Value { get; }

    public static ConversationId Of(Guid value) => new(value);

    public static ConversationId New(TimeProvider clock) => TypedId.New<ConversationId>(clock);

    public static ConversationId Parse(string s, IFormatProvider? provider = null) => TypedId.Parse<ConversationId>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ConversationId result) =>
        TypedId.TryParse(s, out result);

    public override string ToString() => Value.ToString();
}
