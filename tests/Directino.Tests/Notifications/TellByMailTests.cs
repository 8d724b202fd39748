using Directino.Accounts;
using Directino.Ledger;
using Directino.Mail;
using Directino.Notifications;
using Directino.Planning;
using Directino.Planning.Approvals;
using Directino.Tests.Planning;
using Directino.Tests.Planning.Approvals;
using Directino.Tests.Studio;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Directino.Tests.Notifications;

public sealed class TellByMailTests
{
    private static readonly TimeSpan AWhile = TimeSpan.FromMinutes(3);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Thirty_posts_at_once_are_one_letter_that_leads_to_all_of_them()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var omar = await shop.AddMember("Omar");
        await shop.Demand(ApprovalKind.OneOf, omar);
        var account = await shop.Connect("nora.bakes");
        for (var i = 1; i <= 30; i++)
            await shop.Schedule(account, $"Post {i}", TimeSpan.FromDays(2) + TimeSpan.FromHours(i));
        await studio.PassTime(AWhile);
        var letter = (await shop.Letters()).ShouldHaveSingleItem();
        letter.Subject.ShouldBe("30 posts wait for your approval");
        letter.Text.ShouldContain("“Post 10” (@nora.bakes");
        letter.Text.ShouldContain("and 20 more");
        letter.Text.ShouldContain("http://product.test/plan?view=list&approval=Waiting");
        letter.Text.ShouldContain("a member of Nora's");

        await shop.Schedule(account, "One more", TimeSpan.FromDays(5));
        await studio.PassTime(TimeSpan.FromMinutes(8), TimeSpan.FromMinutes(2));
        (await shop.Letters()).Count.ShouldBe(1);
        await studio.PassTime(TimeSpan.FromMinutes(8), TimeSpan.FromMinutes(2));
        var second = (await shop.Letters())[1];
        (second.Subject, second.Text.Contains("asks for your approval of “One more” (@nora.bakes,", StringComparison.Ordinal)).ShouldBe(("“One more” waits for your approval", true));
        await studio.PassTime(TimeSpan.FromHours(5), TimeSpan.FromMinutes(30));
        (await shop.Letters()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_was_read_or_settled_before_is_not_told_by_mail()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var (shop, omar, post) = await NotificationTests.Shop(studio);
        (await shop.Ask(post)).ShouldBeDone();
        (await shop.Approve(post, omar)).ShouldBeDone();
        await studio.Get<NotificationDesk>().MarkRead(shop.Id, shop.Owner, post.Id.Value, Ct);
        await studio.PassTime(TimeSpan.FromHours(1));
        (await shop.Letters()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_has_left_or_may_no_longer_approve_gets_no_letter()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var (shop, omar, post) = await NotificationTests.Shop(studio);
        var lea = await shop.AddMember("Lea");
        await shop.Demand(ApprovalKind.OneOf, omar, lea);
        (await shop.Ask(post)).ShouldBeDone();
        (await studio.Get<Members>().Remove(shop.Id, shop.Owner, Role.Owner, omar, Ct)).ShouldBe(MemberOutcome.Done);
        (await studio.Get<Members>().ChangeRole(shop.Id, Role.Owner, lea, Role.Viewer, Ct)).ShouldBe(MemberOutcome.Done);
        await studio.PassTime(TimeSpan.FromHours(1));
        (await shop.Letters()).ShouldBeEmpty();
        (await shop.ToldTo(omar, unread: false)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_letter_tells_of_one_workspace_only()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var (shop, omar, post) = await NotificationTests.Shop(studio);
        var agency = await studio.OpenWorkspace("Agency");
        await using (var db = studio.Database.OpenEverywhere())
        {
            db.Add(new Membership { WorkspaceId = agency.Id, PersonId = omar, Role = Role.Approver, JoinedAt = studio.Clock.GetUtcNow() });
            await db.SaveChangesAsync(Ct);
        }

        await agency.Demand(ApprovalKind.OneOf, omar);
        (await shop.Ask(post)).ShouldBeDone();
        (await agency.Ask(await agency.Draft(await agency.Connect("studio.terra"), "Secret cups"))).ShouldBeDone();
        await studio.PassTime(AWhile);
        var letters = await shop.Letters();
        letters.Select(l => l.Workspace).ShouldBe([shop.Id.Value, agency.Id.Value], ignoreOrder: true);
        letters.ShouldAllBe(l => l.Text.Contains("Secret cups", StringComparison.Ordinal) == (l.Workspace == agency.Id.Value));
    }

    [Fact]
    public async Task A_run_that_died_while_it_sent_leaves_one_letter()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var (shop, _, post) = await NotificationTests.Shop(studio);
        (await shop.Ask(post)).ShouldBeDone();
        await studio.PassTime(AWhile);
        await using (var db = shop.Open())
        {
            // Its answer was never noted, and its due item is still there.
            await db.Set<Notification>().ExecuteUpdateAsync(s => s.SetProperty(n => n.Letter, LetterState.Sending), Ct);
            await db.Set<DueItem>().Where(d => d.Kind == "notification").ExecuteUpdateAsync(s => s.SetProperty(d => d.DueAt, studio.Clock.GetUtcNow()), Ct);
        }

        await studio.PassTime(TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(2));
        (await shop.Letters()).Count.ShouldBe(1);
        await using var after = shop.Open();
        (await after.Set<Notification>().Select(n => n.Letter).ToListAsync(Ct)).ShouldBe([LetterState.Sent]);
    }

    [Fact]
    public async Task A_mail_server_that_is_down_keeps_nobody_from_working_and_gets_the_letter_later()
    {
        var closed = Unused();
        await using var studio = await Tests.Studio.Studio.Open(services => services.AddSingleton(Options.Create(new MailOptions { Host = closed.Host, Port = closed.Port })));
        var (shop, omar, post) = await NotificationTests.Shop(studio);
        (await shop.Ask(post)).ShouldBeDone();
        await studio.PassTime(AWhile);
        (await shop.ToldTo(omar)).Count.ShouldBe(1);
        await using var db = shop.Open();
        (await db.Set<Notification>().Select(n => n.Letter).SingleAsync(Ct)).ShouldBe(LetterState.Waiting);
        (await db.Set<DueItem>().SingleAsync(d => d.Kind == "notification", Ct)).Attempts.ShouldBe(1);
    }

    private static (string Host, int Port) Unused()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ("127.0.0.1", ((System.Net.IPEndPoint)listener.LocalEndpoint).Port);
    }
}
