using Directino.Accounts;
using Directino.Mail;
using Directino.Notifications;
using Directino.Tests.Studio;

namespace Directino.Tests.Notifications;

/// <summary>What a test reads of what members are told.</summary>
internal static class NotificationsInStudio
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>In the product, newest first; as in <paramref name="role"/>.</summary>
    public static Task<IReadOnlyList<NotificationView>> ToldTo(this TestWorkspace shop, PersonId person, bool unread = true, Role role = Role.Owner) =>
        shop.Studio.Get<NotificationDesk>().List(shop.Id, person, role, unread, null, 100, Ct);

    public static async Task<IReadOnlyList<NotificationKind>> KindsToldTo(this TestWorkspace shop, PersonId person) =>
        [.. (await shop.ToldTo(person)).Select(n => n.Notification.Kind)];

    public static Task Choose(this TestWorkspace shop, PersonId person, NotificationKind kind, bool inApp, bool byMail) =>
        shop.Studio.Get<NotificationDesk>().Choose(shop.Id, person, [new NotificationChoice(kind, inApp, byMail)], Ct);

    /// <summary>The oldest first.</summary>
    public static async Task<IReadOnlyList<DroppedMail>> Letters(this TestWorkspace shop) =>
        [.. (await shop.Studio.Get<Postman>().ReadFolder(200, Ct)).Reverse()];
}
