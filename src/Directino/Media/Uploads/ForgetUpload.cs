using Directino.Ledger;
using Directino.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Directino.Media.Uploads;

/// <summary>A day after an upload began nobody asks for it any more: its row goes, and what came of it where it is not whole. One that is whole, but whose process died before it was taken in, is taken in first.</summary>
internal sealed class ForgetUpload(UploadBook book, WorkFolder folder, TimeProvider clock) : IDueHandler
{
    public const string DueKind = "forget-upload";
    /// <summary>Between looks at whether one is whole and was left.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(5);

    public string Kind => DueKind;

    /// <summary>When it is looked at for the first time.</summary>
    public static DateTimeOffset At(Upload upload) => upload.CreatedAt + Look;

    public async Task<DateTimeOffset?> Handle(DueItem item, DirectinoContext db, CancellationToken ct)
    {
        var id = UploadId.Of(item.SubjectId);
        if (await db.Set<Upload>().AsNoTracking().FirstOrDefaultAsync(u => u.Id == id, ct) is not { } upload)
        {
            folder.Forget(UploadBook.NameOf(id));
            return null;
        }

        var settled = upload.IsSettled || await book.Settle(upload.WorkspaceId, upload.PersonId, id, ct) is not null;
        var (now, end) = (clock.GetUtcNow(), upload.CreatedAt + Upload.Life);
        if (now < end)
            return settled || now + Look > end ? end : now + Look;
        await db.Set<Upload>().Where(u => u.Id == id).ExecuteDeleteAsync(ct);
        folder.Forget(UploadBook.NameOf(id));
        return null;
    }
}
