using Directino.Accounts;
using Directino.Hosting;
using Directino.Ledger;
using Directino.Mail;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Directino.Notifications;

/// <summary>
/// When a notification falls due, one letter tells its member everything of its kind that waits, and the next one rests a while. What a letter tells
/// is claimed by compare-and-set before it is sent, so no two runs tell it; a letter whose fate is unknown is not sent again. Whether its member
/// may still know it is asked at that moment. Later, it is forgotten.
/// </summary>
internal sealed partial class TellByMail(
    Postman postman, IEnumerable<INotificationSubjects> subjects, IOptions<HostingOptions> hosting, TimeProvider clock, ILogger<TellByMail> logger) : IDueHandler
{
    public const string DueKind = "notification";

    /// <summary>Between two letters of one kind to one member.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(15);

    /// <summary>Whoever has been sending for longer died meanwhile.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public string Kind => DueKind;

    public async Task<DateTimeOffset?> Handle(DueItem item, DirectinoContext db, CancellationToken ct)
    {
        var id = NotificationId.Of(item.SubjectId);
        if (await db.Set<Notification>().AsNoTracking().FirstOrDefaultAsync(n => n.Id == id, ct) is not { } told)
            return null;
        var (now, end) = (clock.GetUtcNow(), told.At + Notification.Kept);
        if (now >= end)
        {
            await db.Set<Notification>().Where(n => n.Id == id).ExecuteDeleteAsync(ct);
            return null;
        }

        switch (told.Letter)
        {
            case LetterState.Waiting when await ResumesAt(told, db, ct) is { } later && later > now:
                return later;
            case LetterState.Waiting:
                await Send(told, await Claim(told, now, db, ct), db, ct);
                return end;
            case LetterState.Sending when told.LetterAt > now - Longest:
                return told.LetterAt + Longest;
            case LetterState.Sending when postman.SendsOnce:
                await Send(told, told.LetterId!.Value, db, ct);
                return end;
            case LetterState.Sending:
                LogInDoubt(told.LetterId!.Value);
                await Note(told.LetterId.Value, LetterState.InDoubt, db, ct);
                return end;
            default:
                return end;
        }
    }

    private static async Task<DateTimeOffset?> ResumesAt(Notification told, DirectinoContext db, CancellationToken ct) =>
        await db.Set<Notification>().Where(n => n.WorkspaceId == told.WorkspaceId && n.PersonId == told.PersonId && n.Kind == told.Kind && n.Letter == LetterState.Sent)
            .MaxAsync(n => n.LetterAt, ct) + Rest;

    /// <summary>Everything of its kind that waits for this member, into one letter.</summary>
    private static async Task<Guid> Claim(Notification told, DateTimeOffset now, DirectinoContext db, CancellationToken ct)
    {
        var letter = Guid.CreateVersion7(now);
        await db.Set<Notification>().Where(n => n.WorkspaceId == told.WorkspaceId && n.PersonId == told.PersonId && n.Kind == told.Kind && n.Letter == LetterState.Waiting)
            .ExecuteUpdateAsync(s => s.SetProperty(n => n.Letter, LetterState.Sending).SetProperty(n => n.LetterId, letter).SetProperty(n => n.LetterAt, now), ct);
        return letter;
    }

    private async Task Send(Notification first, Guid id, DirectinoContext db, CancellationToken ct)
    {
        if (await Write(first, id, db, ct) is not { } letter)
        {
            await Note(id, LetterState.None, db, ct);
            return;
        }

        try
        {
            await postman.Send(letter, ct);
        }
        catch (LetterInDoubtException error)
        {
            LogLost(error, id);
            await Note(id, LetterState.InDoubt, db, CancellationToken.None);
            return;
        }
        catch (Exception)
        {
            // Certainly not sent: it waits again, and the due index tries later.
            await Note(id, LetterState.Waiting, db, CancellationToken.None);
            throw;
        }

        await Note(id, LetterState.Sent, db, ct);
    }

    /// <summary>Null when there is nothing to say: all was read meanwhile, is gone, or they may not know it any more.</summary>
    private async Task<Letter?> Write(Notification first, Guid id, DirectinoContext db, CancellationToken ct)
    {
        var (workspace, member) = (first.WorkspaceId, first.PersonId.Value);
        var told = await db.Set<Notification>().AsNoTracking().Where(n => n.LetterId == id && n.ReadAt == null).OrderBy(n => n.At).ThenBy(n => n.Id).ToListAsync(ct);
        var role = await db.Set<Membership>().Where(m => m.WorkspaceId == workspace && m.PersonId == first.PersonId).Select(m => (Role?)m.Role).FirstOrDefaultAsync(ct);
        var person = await db.Set<Person>().AsNoTracking().Where(p => p.Id == member).Select(p => new { p.Email, p.Language }).FirstOrDefaultAsync(ct);
        if (told.Count == 0 || role?.Allows(first.Kind.Needs()) != true || person?.Email is not { } email || email.EndsWith(".invalid", StringComparison.Ordinal))
            return null;
        var about = await NotificationSubjects.Of(subjects, told, db, ct);
        var names = await NotificationSubjects.People(told, db, ct);
        var name = await db.Set<Workspace>().Where(w => w.Id == workspace).Select(w => w.Name).SingleAsync(ct);
        // Of what was told twice meanwhile the last counts.
        List<NotificationView> news =
        [
            .. told.Where(n => about.ContainsKey(n.SubjectId)).GroupBy(n => n.Kind == NotificationKind.Remarked ? n.Id.Value : n.SubjectId).Select(g => g.Last()).OrderBy(n => about[n.SubjectId].At ?? DateTimeOffset.MaxValue)
                .Select(n => new NotificationView(n, about[n.SubjectId], n.ClientName ?? (n.By is { } by ? names.GetValueOrDefault(by) : null))),
        ];
        return news.Count == 0 ? null : NotificationLetters.Write(first.Kind, email, person.Language, name, news, Site) with { Id = id, Workspace = workspace.Value };
    }

    private Uri? Site => hosting.Value.PublicUrl is { Length: > 0 } url ? new Uri(url.TrimEnd('/') + "/") : null;

    private static Task<int> Note(Guid letter, LetterState state, DirectinoContext db, CancellationToken ct) =>
        db.Set<Notification>().Where(n => n.LetterId == letter).ExecuteUpdateAsync(s => s.SetProperty(n => n.Letter, state), ct);

    [LoggerMessage(LogLevel.Warning, "A run ended while it sent letter {Letter}; it is not sent again")]
    private partial void LogInDoubt(Guid letter);

    [LoggerMessage(LogLevel.Warning, "The mail server's answer to letter {Letter} was lost; it is not sent again")]
    private partial void LogLost(Exception error, Guid letter);
}
