using Directino.Persistence;

namespace Directino.Notifications;

/// <summary>Says what notifications are about, as it is now. Brought by the feature that owns it.</summary>
public interface INotificationSubjects
{
    bool Knows(NotificationKind kind);

    /// <summary>Those that still exist.</summary>
    Task<IReadOnlyDictionary<Guid, NotificationSubject>> Of(IReadOnlyCollection<Guid> ids, DirectinoContext db, CancellationToken ct);
}

/// <param name="Name">A post's first words, or an account's handle; null for a post without words.</param>
/// <param name="Username">The account's handle.</param>
/// <param name="At">When it goes out, or went out.</param>
/// <param name="Zone">The zone of its account.</param>
/// <param name="Path">Where it is, below the site's address.</param>
public sealed record NotificationSubject(string? Name, string? Username, DateTimeOffset? At, string? Zone, string Path);
