using System.Diagnostics.CodeAnalysis;
using Directino.Persistence;

namespace Directino.Notifications;

/// <summary>Something a member was told.</summary>
public readonly record struct NotificationId : ITypedId<NotificationId>
{
    private NotificationId(Guid value) => Value = TypedId.Checked(value);

    public Guid Value { get; }

    public static NotificationId Of(Guid value) => new(value);

    public static NotificationId New(TimeProvider clock) => TypedId.New<NotificationId>(clock);

    public static NotificationId Parse(string s, IFormatProvider? provider = null) => TypedId.Parse<NotificationId>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out NotificationId result) =>
        TypedId.TryParse(s, out result);

    /// <summary>Ids are made in the order of time, so lists are paged by them; the databases compare.</summary>
    public static bool operator <(NotificationId left, NotificationId right) => left.Value.CompareTo(right.Value) < 0;

    public static bool operator >(NotificationId left, NotificationId right) => left.Value.CompareTo(right.Value) > 0;

    public override string ToString() => Value.ToString();
}
