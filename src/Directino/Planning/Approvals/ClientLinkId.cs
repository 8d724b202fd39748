using System.Diagnostics.CodeAnalysis;
using Directino.Persistence;

namespace Directino.Planning.Approvals;

/// <summary>A link by which a client approves posts.</summary>
public readonly record struct ClientLinkId : ITypedId<ClientLinkId>
{
    private ClientLinkId(Guid value) => Value = TypedId.Checked(value);

    public Guid Value { get; }

    public static ClientLinkId Of(Guid value) => new(value);

    public static ClientLinkId New(TimeProvider clock) => TypedId.New<ClientLinkId>(clock);

    public static ClientLinkId Parse(string s, IFormatProvider? provider = null) => TypedId.Parse<ClientLinkId>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ClientLinkId result) =>
        TypedId.TryParse(s, out result);

    public override string ToString() => Value.ToString();
}
