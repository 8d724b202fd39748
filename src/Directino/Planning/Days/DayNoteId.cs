using System.Diagnostics.CodeAnalysis;
using Directino.Persistence;

namespace Directino.Planning.Days;

/// <summary>A note on days of a workspace's calendar.</summary>
public readonly record struct DayNoteId : ITypedId<DayNoteId>
{
    private DayNoteId(Guid value) => Value = TypedId.Checked(value);

    public Guid Value { get; }

    public static DayNoteId Of(Guid value) => new(value);

    public static DayNoteId New(TimeProvider clock) => TypedId.New<DayNoteId>(clock);

    public static DayNoteId Parse(string s, IFormatProvider? provider = null) => TypedId.Parse<DayNoteId>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DayNoteId result) =>
        TypedId.TryParse(s, out result);

    public override string ToString() => Value.ToString();
}
