using System.Diagnostics.CodeAnalysis;
using Directino.Persistence;

namespace Directino.Planning.Days;

/// <summary>A calendar that a workspace has brought in.</summary>
public readonly record struct DayCalendarId : ITypedId<DayCalendarId>
{
    private DayCalendarId(Guid value) => Value = TypedId.Checked(value);

    public Guid Value { get; }

    public static DayCalendarId Of(Guid value) => new(value);

    public static DayCalendarId New(TimeProvider clock) => TypedId.New<DayCalendarId>(clock);

    public static DayCalendarId Parse(string s, IFormatProvider? provider = null) => TypedId.Parse<DayCalendarId>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DayCalendarId result) =>
        TypedId.TryParse(s, out result);

    public override string ToString() => Value.ToString();
}
