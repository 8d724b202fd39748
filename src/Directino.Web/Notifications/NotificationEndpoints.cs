using Directino.Accounts;
using Directino.Notifications;
using Directino.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Directino.Web.Notifications;

/// <summary>What one is told, for programs.</summary>
public static class NotificationEndpoints
{
    public static IEndpointRouteBuilder MapNotifications(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/notifications").WithTags("Notifications").RequireAuthorization(nameof(Permission.Enter));
        group.MapGet("/", List).WithName("ListNotifications").WithSummary("What you were told, newest first, a page at a time.");
        group.MapPut("/reading", ReadAll).WithName("ReadNotifications").WithSummary("Marks everything as read.");
        group.MapPut("/{id}/reading", Read).WithName("ReadNotification").WithSummary("Marks one as read.");
        group.MapDelete("/{id}/reading", Unread).WithName("UnreadNotification").WithSummary("Marks one as not read.");
        group.MapGet("/switches", Switches).WithName("ListNotificationSwitches").WithSummary("What you are told, in the product and by mail.");
        group.MapPut("/switches", Switch).WithName("SetNotificationSwitches").WithSummary("Changes what you are told from now on.").WithDescription("Kinds that are left out stay as they are.");
        return api;
    }

    private static async Task<Ok<NotificationsAnswer>> List(
        CurrentVisitor visitors, NotificationDesk desk, CancellationToken ct, bool unread = false, NotificationId? after = null, int take = 50)
    {
        var visitor = await visitors.Get(ct);
        var count = Math.Clamp(take, 1, 100);
        var told = await desk.List(visitor.Workspace, visitor.Person, visitor.Role, unread, after, count, ct);
        return TypedResults.Ok(new NotificationsAnswer([.. told.Select(NotificationAnswer.Of)], told.Count == count ? told[^1].Notification.Id.Value : null));
    }

    private static async Task<NoContent> ReadAll(CurrentVisitor visitors, NotificationDesk desk, CancellationToken ct)
    {
        var visitor = await visitors.Get(ct);
        await desk.MarkRead(visitor.Workspace, visitor.Person, null, ct);
        return TypedResults.NoContent();
    }

    private static Task<Results<NoContent, NotFound>> Read(NotificationId id, CurrentVisitor visitors, NotificationDesk desk, CancellationToken ct) => Mark(id, true, visitors, desk, ct);

    private static Task<Results<NoContent, NotFound>> Unread(NotificationId id, CurrentVisitor visitors, NotificationDesk desk, CancellationToken ct) => Mark(id, false, visitors, desk, ct);

    private static async Task<Results<NoContent, NotFound>> Mark(NotificationId id, bool read, CurrentVisitor visitors, NotificationDesk desk, CancellationToken ct)
    {
        var visitor = await visitors.Get(ct);
        return await desk.Mark(visitor.Workspace, visitor.Person, id, read, ct) ? TypedResults.NoContent() : TypedResults.NotFound();
    }

    private static async Task<Ok<IReadOnlyList<NotificationChoice>>> Switches(CurrentVisitor visitors, NotificationDesk desk, CancellationToken ct)
    {
        var visitor = await visitors.Get(ct);
        return TypedResults.Ok(await desk.Choices(visitor.Workspace, visitor.Person, visitor.Role, ct));
    }

    private static async Task<Ok<IReadOnlyList<NotificationChoice>>> Switch(
        IReadOnlyList<NotificationChoice> choices, CurrentVisitor visitors, NotificationDesk desk, CancellationToken ct)
    {
        var visitor = await visitors.Get(ct);
        await desk.Choose(visitor.Workspace, visitor.Person, choices, ct);
        return TypedResults.Ok(await desk.Choices(visitor.Workspace, visitor.Person, visitor.Role, ct));
    }
}

/// <param name="Next">Give it as <c>after</c> for the next page; null when there is none.</param>
public sealed record NotificationsAnswer(IReadOnlyList<NotificationAnswer> Notifications, Guid? Next);

/// <summary>Something you were told.</summary>
/// <param name="SubjectId">The post or account it is about.</param>
/// <param name="Subject">A post's first words, or an account's handle.</param>
/// <param name="By">Who did it.</param>
/// <param name="Sentence">What they want changed.</param>
/// <param name="Detail">The rule that stands in the way, or how many days are left.</param>
public sealed record NotificationAnswer(
    Guid Id, NotificationKind Kind, Guid SubjectId, string? Subject, string? By, string? Sentence, string? Detail, DateTimeOffset At, DateTimeOffset? ReadAt)
{
    public static NotificationAnswer Of(NotificationView view) => new(
        view.Notification.Id.Value, view.Notification.Kind, view.Notification.SubjectId, view.About.Name, view.Who, view.Notification.Sentence, view.Notification.Detail,
        view.Notification.At, view.Notification.ReadAt);
}
