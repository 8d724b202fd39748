using System.Diagnostics.CodeAnalysis;
using Directino.Persistence;

namespace Directino.Accounts;

/// <summary>An invitation to a workspace, sent by mail.</summary>
public readonly record struct InvitationId : ITypedId<InvitationId>
{
    private InvitationId(Guid value) => Value = TypedId.Checked(value);

    public Guid Value { get; }

    public static InvitationId Of(Guid value) => new(value);

    public static InvitationId New(TimeProvider clock) => TypedId.New<InvitationId>(clock);

    public static InvitationId Parse(string s, IFormatProvider? provider = null) => TypedId.Parse<InvitationId>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out InvitationId result) =>
        TypedId.TryParse(s, out result);

    public override string ToString() => Value.ToString();
}
