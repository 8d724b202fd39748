using Directino.Accounts;
using Directino.Instagram;
using Directino.Ledger;
using Directino.Persistence;
using Directino.Planning;
using Directino.Publishing;
using Directino.Sandbox.Faults;
using Directino.Sandbox.Journal;
using Directino.Tests.Media;
using Directino.Tests.Planning;
using Directino.Tests.Studio;
using Microsoft.EntityFrameworkCore;

namespace Directino.Tests.Publishing;

public sealed class DeletionTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null)]
    [InlineData(FaultKind.AnswerLost)]
    [InlineData(FaultKind.ErrorAfter)]
    [InlineData(FaultKind.Html502)]
    [InlineData(FaultKind.RefuseBefore)]
    public async Task A_published_post_is_deleted_once_whatever_is_lost_on_the_way(FaultKind? trouble)
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var (shop, post) = await Published(studio);
        if (trouble is { } kind)
            studio.Sandbox.Faults.Set(new Fault { Call = "media_delete", Kind = kind });
        await Ask<DeletionOutcome.Intended>(shop, post);
        await Ask<DeletionOutcome.Intended>(shop, post);
        await studio.PassTime(TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(5));
        Deleted(studio).ShouldHaveSingleItem().MediaId().ShouldBe(post.InstagramId);
        var after = await shop.Read(post);
        (after.State, after.DeletedAt is not null, after.Permalink).ShouldBe((PostState.Published, true, post.Permalink));
        (await shop.Story(post)).Select(s => s.Event).Where(e => e is StoryEvent.DeletionAsked or StoryEvent.Deleted).ShouldBe([StoryEvent.DeletionAsked, StoryEvent.Deleted]);
        (await Ask<DeletionOutcome.Refused>(shop, post)).Rule.ShouldBe(PublishingReasons.Deleted);
    }

    [Fact]
    public async Task A_process_that_dies_while_it_deletes_finds_out_that_it_did()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var (shop, post) = await Published(studio);
        studio.Sandbox.Faults.Set(new Fault { Call = "media_delete", Kind = FaultKind.PauseAfter });
        await Ask<DeletionOutcome.Intended>(shop, post);
        var dying = studio.PassTime(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(1));
        await studio.Sandbox.Faults.NextPaused(Ct);
        studio.Restart();
        await studio.PassTime(TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(5));
        studio.Sandbox.Faults.Clear();
        await Should.NotThrowAsync(() => dying.ContinueWith(_ => { }, Ct, TaskContinuationOptions.None, TaskScheduler.Default));
        Deleted(studio).ShouldHaveSingleItem();
        (await shop.Read(post)).DeletedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task What_was_deleted_in_the_app_is_found_to_be_deleted()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var (shop, post) = await Published(studio);
        studio.Sandbox.Control.DeleteMedia(post.InstagramId!);
        await Ask<DeletionOutcome.Intended>(shop, post);
        await studio.PassTime(TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(5));
        (await shop.Read(post)).DeletedAt.ShouldNotBeNull();
        Deleted(studio).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_kind_that_cannot_be_deleted_stays_out_and_may_be_tried_again()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var (shop, post) = await Published(studio);
        studio.Sandbox.Faults.Set(new Fault { Call = "media_delete", Kind = FaultKind.Error, Code = -1, Subcode = 2207073 });
        await Ask<DeletionOutcome.Intended>(shop, post);
        await studio.PassTime(TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(5));
        (await shop.Read(post)).DeletedAt.ShouldBeNull();
        (await shop.Story(post)).ShouldContain(s => s.Event == StoryEvent.Stopped && s.Reason == PublishingReasons.NotDeletable);
        await Ask<DeletionOutcome.Intended>(shop, post);
        await studio.PassTime(TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(5));
        (await shop.Read(post)).DeletedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task Nothing_is_deleted_that_is_not_out_or_that_nobody_allowed()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var (shop, post) = await Published(studio);
        var account = post.AccountId!.Value;
        var draft = await shop.Draft(post.Content);
        (await Ask<DeletionOutcome.Refused>(shop, draft)).Rule.ShouldBe(PublishingReasons.NotOut);
        await Change(studio, account, a => a.Switch(Capability.Delete, on: false));
        (await Ask<DeletionOutcome.Refused>(shop, post)).Rule.ShouldBe(GateRules.SwitchedOff);
        await Change(studio, account, a => (a.MayDelete, a.Scopes) = (true, a.Scopes.Replace("instagram_manage_contents", "", StringComparison.Ordinal)));
        (await Ask<DeletionOutcome.Refused>(shop, post)).Rule.ShouldBe(GateRules.ScopeMissing);
        var other = await studio.OpenWorkspace("Another");
        await Ask<DeletionOutcome.NotThere>(other, post);
        Deleted(studio).ShouldBeEmpty();
    }

    [Fact]
    public async Task With_Instagrams_own_login_the_app_is_named()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var (shop, post) = await Published(studio, InstagramLogin.Instagram);
        (await Ask<DeletionOutcome.Refused>(shop, post)).Rule.ShouldBe(PublishingReasons.OnlyInTheApp);
        Scopes.ToAsk(InstagramLogin.Instagram, Enum.GetValues<Capability>()).ShouldNotContain("instagram_manage_contents");
        Scopes.ToAsk(InstagramLogin.Facebook, [Capability.Publish]).ShouldNotContain("instagram_manage_contents");
        Scopes.ToAsk(InstagramLogin.Facebook, [Capability.Delete]).ShouldContain("instagram_manage_contents");
    }

    [Fact]
    public async Task What_is_forbidden_after_it_was_asked_for_is_not_done()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var (shop, post) = await Published(studio);
        await Ask<DeletionOutcome.Intended>(shop, post);
        await Change(studio, post.AccountId!.Value, a => a.Switch(Capability.Delete, on: false));
        await studio.Settle();
        Deleted(studio).ShouldBeEmpty();
        (await shop.Story(post)).ShouldContain(s => s.Event == StoryEvent.Stopped && s.Reason == GateRules.SwitchedOff);
    }

    private static async Task<(TestWorkspace Shop, Post Post)> Published(Tests.Studio.Studio studio, InstagramLogin login = InstagramLogin.Facebook)
    {
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes", login);
        await Change(studio, account.Id, a => a.Switch(Capability.Delete, on: true));
        var post = await shop.Publish(PostContent.OnePicture(account.Id, (await shop.Upload(TestPictures.Small)).Id, "Fresh bread", null));
        post.State.ShouldBe(PostState.Published);
        return (shop, post);
    }

    private static async Task Change(Tests.Studio.Studio studio, AccountId id, Action<ConnectedAccount> change)
    {
        await using var db = studio.Database.OpenEverywhere();
        change(await db.Set<ConnectedAccount>().SingleAsync(a => a.Id == id, Ct));
        await db.SaveChangesAsync(Ct);
    }

    private static async Task<TOutcome> Ask<TOutcome>(TestWorkspace shop, Post post) where TOutcome : DeletionOutcome =>
        (await shop.Studio.Get<Deletion>().Ask(shop.Id, post.Id, Cause.Member(shop.Owner), Ct)).ShouldBeOfType<TOutcome>();

    private static IReadOnlyList<JournalEntry> Deleted(Tests.Studio.Studio studio) => studio.Sandbox.Journal("media-deleted");
}
