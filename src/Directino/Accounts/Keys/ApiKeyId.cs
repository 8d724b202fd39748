using System.Diagnostics.CodeAnalysis;
using Directino.Persistence;

namespace Directino.Accounts.Keys;

/// <summary>A key with which a program uses the REST API.</summary>
public readonly record struct ApiKeyId : ITypedId<ApiKeyId>
{
    private ApiKeyId(Guid value) => Value = TypedId.Checked(value);

    public Guid Value { get; }

    public static ApiKeyId Of(Guid value) => new(value);

    public static ApiKeyId New(TimeProvider clock) => TypedId.New<ApiKeyId>(clock);

    public static ApiKeyId Parse(string s, IFormatProvider? provider = null) => TypedId.Parse<ApiKeyId>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ApiKeyId result) =>
        TypedId.TryParse(s, out result);

    public override string ToString() => Value.ToString();
}
