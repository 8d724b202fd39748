using System.Diagnostics.CodeAnalysis;
using Directino.Persistence;

namespace Directino.Accounts.Connecting;

/// <summary>One attempt to connect an account.</summary>
public readonly record struct ConnectAttemptId : ITypedId<ConnectAttemptId>
{
    private ConnectAttemptId(Guid value) => Value = TypedId.Checked(value);

    public Guid Value { get; }

    public static ConnectAttemptId Of(Guid value) => new(value);

    public static ConnectAttemptId New(TimeProvider clock) => TypedId.New<ConnectAttemptId>(clock);

    public static ConnectAttemptId Parse(string s, IFormatProvider? provider = null) => TypedId.Parse<ConnectAttemptId>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ConnectAttemptId result) =>
        TypedId.TryParse(s, out result);

    public override string ToString() => Value.ToString();
}
