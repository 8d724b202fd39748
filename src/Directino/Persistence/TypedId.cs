using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Directino.Persistence;

/// <summary>What every typed id does the same way: be made, be parsed, be refused when empty.</summary>
public static class TypedId
{
    public static TId New<TId>(TimeProvider clock) where TId : struct, ITypedId<TId> => TId.Of(IdOrder.Next(clock));

    public static TId Make<TId>(Guid value) where TId : struct, ITypedId<TId> => TId.Of(value);

    public static Guid Checked(Guid value) =>
        value == Guid.Empty ? throw new ArgumentException("An id cannot be empty.", nameof(value)) : value;

    public static TId Parse<TId>(string text) where TId : struct, ITypedId<TId> => TId.Of(Guid.Parse(text));

    public static bool TryParse<TId>([NotNullWhen(true)] string? text, out TId id) where TId : struct, ITypedId<TId>
    {
        id = default;
        if (!Guid.TryParse(text, out var value) || value == Guid.Empty)
            return false;
        id = TId.Of(value);
        return true;
    }
}

internal sealed class TypedIdConverter<TId>() : ValueConverter<TId, Guid>(id => id.Value, value => TypedId.Make<TId>(value))
    where TId : struct, ITypedId<TId>;
