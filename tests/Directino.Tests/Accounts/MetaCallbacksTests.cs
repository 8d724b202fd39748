using Directino.Accounts;
using Directino.Accounts.Connecting;
using Directino.Inbox;
using Directino.Insights;
using Directino.Ledger;
using Directino.Mail;
using Directino.Media;
using Directino.Notifications;
using Directino.Persistence;
using Directino.Planning;
using Directino.Privacy;
using Directino.Sandbox.Login;
using Directino.Tests.Planning;
using Directino.Tests.Studio;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Directino.Tests.Accounts;

/// <summary>A person removes the app at Instagram, or wants their data deleted; Meta tells it by a signed request.</summary>
public sealed class MetaCallbacksTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(RemovalFault.None)]
    [InlineData(RemovalFault.MetaSecret)]
    [InlineData(RemovalFault.Repeated)]
    public async Task Who_removes_the_app_is_disconnected_wherever_they_were_and_the_owners_are_told_once(RemovalFault how)
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var (shop, agency) = (await studio.OpenWorkspace(), await studio.OpenWorkspace("Agency"));
        var (account, second, other) = (await shop.Connect("nora.bakes"), await agency.Connect("nora.bakes"), await shop.Connect("studio.terra"));
        var post = await shop.Schedule(account, "Rye", TimeSpan.FromHours(3));

        (await studio.Sandbox.Removal.Remove("nora.bakes", deleteData: false, how, Ct)).ShouldAllBe(a => a.Status == 200);
        foreach (var (workspace, id) in new[] { (shop, account.Id), (agency, second.Id) })
        {
            var gone = await Account(workspace, id);
            (gone!.State, gone.SealedToken).ShouldBe((AccountState.Disconnected, null));
        }

        (await Account(shop, other.Id))!.State.ShouldBe(AccountState.Connected);
        await studio.PassTime(TimeSpan.FromHours(2), TimeSpan.FromMinutes(10));
        (await shop.Read(post)).Reason.ShouldBe(GateRules.Disconnected);
        studio.Sandbox.Journal("published").ShouldBeEmpty();
        (await Told(studio, shop, NotificationKind.LoginNeeded)).ShouldBe(1);
        (await Told(studio, agency, NotificationKind.LoginNeeded)).ShouldBe(1);
    }

    [Theory]
    [InlineData(RemovalFault.WrongSecret)]
    [InlineData(RemovalFault.Tampered)]
    [InlineData(RemovalFault.OtherAlgorithm)]
    [InlineData(RemovalFault.Stale)]
    public async Task What_meta_did_not_sign_just_now_is_refused_and_noted_without_a_word_of_whom_it_names(RemovalFault fault)
    {
        await using var studio = await Tests.Studio.Studio.Open(s => s.AddFakeLogging());
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes");
        var login = await studio.Sandbox.LogIn("nora.bakes", []);
        (await studio.Sandbox.Removal.Remove("nora.bakes", deleteData: true, fault, Ct)).Select(a => a.Status).ShouldBe([400, 400]);
        (await Account(shop, account.Id))!.State.ShouldBe(AccountState.Connected);
        await using var db = studio.Database.OpenEverywhere();
        (await db.Set<DataDeletion>().AnyAsync(Ct)).ShouldBeFalse();
        var lines = studio.Services.GetFakeLogCollector().GetSnapshot().Select(l => l.Message).ToList();
        lines.Count(l => l.Contains("A callback of Meta's", StringComparison.Ordinal)).ShouldBe(2);
        lines.ShouldAllBe(l => !l.Contains(login.AppScopedId, StringComparison.Ordinal) && !l.Contains("signed_request", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("no dot")]
    [InlineData("a.b.c")]
    [InlineData(".")]
    [InlineData("!!!.???")]
    public async Task What_is_no_signed_request_is_refused(string? text)
    {
        await using var studio = await Tests.Studio.Studio.Open();
        (await studio.Get<MetaCallbacks>().Deauthorize(text, Ct)).ShouldBeFalse();
        (await studio.Get<MetaCallbacks>().Delete(text, Ct)).ShouldBeNull();
    }

    [Fact]
    public async Task An_old_request_does_nothing_to_an_account_that_was_connected_again_since()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes");
        var signed = studio.Sandbox.Removal.Sign(account.AppScopedId);
        (await studio.Get<MetaCallbacks>().Deauthorize(signed, Ct)).ShouldBeTrue();
        studio.Clock.Advance(TimeSpan.FromMinutes(5));
        await shop.LogInAgain(account);
        await using (var db = shop.Open())
            await db.Set<ConnectedAccount>().ExecuteUpdateAsync(s => s.SetProperty(a => a.TokenIssuedAt, studio.Clock.GetUtcNow()), Ct);
        (await studio.Get<MetaCallbacks>().Deauthorize(signed, Ct)).ShouldBeTrue();
        (await studio.Get<MetaCallbacks>().Delete(signed, Ct)).ShouldNotBeNull();
        await studio.Settle();
        (await Account(shop, account.Id))!.State.ShouldBe(AccountState.Connected);
    }

    [Fact]
    public async Task Whose_data_is_to_be_deleted_leaves_nothing_in_any_table_and_sees_by_the_code_what_went()
    {
        await using var studio = await Tests.Studio.Studio.Open(firstSync: FirstSync.Inbox | FirstSync.Insights);
        var (shop, agency) = (await studio.OpenWorkspace(), await studio.OpenWorkspace("Agency"));
        var account = await shop.Connect("nora.bakes");
        await agency.Connect("nora.bakes");
        var other = await shop.Connect("studio.terra");
        await studio.Settle();
        studio.Sandbox.Control.Message("ana.reyes", "nora.bakes", "Canary-message");
        await studio.Settle();
        await shop.Schedule(account, "Canary-caption", TimeSpan.FromHours(3));
        var kept = await shop.Schedule(other, "Kept-caption", TimeSpan.FromHours(3));
        (await Everything(studio)).ShouldContain("Canary-message");

        var answer = (await studio.Sandbox.Removal.Remove("nora.bakes", deleteData: true, RemovalFault.Repeated, Ct)).Where(a => a.Url.EndsWith("data-deletion", StringComparison.Ordinal)).ToList();
        var code = answer.Select(a => a.Body).Distinct().ShouldHaveSingleItem();
        var view = (await studio.Get<DeletionStatus>().Find(code, Ct))!;
        (view.Places, view.Done, view.DoneAt).ShouldBe((2, 0, null));

        await studio.Settle();
        view = (await studio.Get<DeletionStatus>().Find(code, Ct))!;
        (view.Places, view.Done, view.DoneAt).ShouldBe((2, 2, studio.Clock.GetUtcNow()));
        view.Erased[PersonalCategory.AccountProfile].ShouldBeGreaterThanOrEqualTo(2);
        view.Erased[PersonalCategory.FollowerContent].ShouldBePositive();
        (await studio.Get<DeletionStatus>().Find(code[1..], Ct)).ShouldBeNull();

        var all = await Everything(studio);
        foreach (var trace in new[] { "Canary", account.InstagramId, account.AppScopedId, "nora.bakes", code })
            all.ShouldNotContain(trace);
        all.ShouldContain("Kept-caption");
        (await shop.Read(kept)).State.ShouldBe(PostState.Scheduled);
        (await Account(shop, other.Id))!.State.ShouldBe(AccountState.Connected);
        await using (var db = shop.Open())
            (await db.Set<MediaItem>().CountAsync(Ct)).ShouldBeGreaterThanOrEqualTo(1);
        (await Told(studio, shop, NotificationKind.AccountErased)).ShouldBe(1);
        (await studio.Get<NotificationDesk>().List(shop.Id, shop.Owner, Role.Owner, unread: false, null, 50, Ct)).ShouldContain(n => n.Notification.Kind == NotificationKind.AccountErased);

        // The same person may come again, as anybody may.
        await shop.Connect("nora.bakes");
        await studio.PassTime(TimeSpan.FromHours(3.5), TimeSpan.FromMinutes(10));
        (await shop.Read(kept)).State.ShouldBe(PostState.Published);
    }

    [Fact]
    public async Task Nobody_here_is_an_answer_too()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var code = await studio.Get<MetaCallbacks>().Delete(studio.Sandbox.Removal.Sign("27000000000000000"), Ct);
        var view = (await studio.Get<DeletionStatus>().Find(code!, Ct))!;
        (view.Places, view.Done, view.Erased.Count).ShouldBe((0, 0, 0));
        code!.Length.ShouldBe(24);
    }

    [Fact]
    public async Task The_same_told_by_many_at_the_same_moment_is_one_wish()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var account = await (await studio.OpenWorkspace()).Connect("nora.bakes");
        var request = studio.Sandbox.Removal.Sign(account.AppScopedId);
        var codes = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => studio.Get<MetaCallbacks>().Delete(request, Ct))));
        codes.Distinct().ShouldHaveSingleItem().ShouldNotBeNull();
        await studio.Settle();
        await using var db = studio.Database.OpenEverywhere();
        (await db.Set<DataDeletion>().CountAsync(Ct), await db.Set<DataDeletionPart>().CountAsync(Ct)).ShouldBe((1, 1));
        (await studio.Get<DeletionStatus>().Find(codes[0]!, Ct))!.Done.ShouldBe(1);
    }

    [Fact]
    public async Task A_deletion_that_was_killed_before_its_end_is_done_from_the_beginning()
    {
        await using var studio = await Tests.Studio.Studio.Open();
        var shop = await studio.OpenWorkspace();
        var account = await shop.Connect("nora.bakes");
        await shop.Schedule(account, "Canary-caption", TimeSpan.FromDays(3));
        var code = await studio.Get<MetaCallbacks>().Delete(studio.Sandbox.Removal.Sign(account.AppScopedId), Ct);
        // Everything is deleted already when it dies, but nothing of that was committed.
        var handler = studio.Get<IEnumerable<IDueHandler>>().OfType<EraseAccount>().Single();
        await using (var db = shop.Open())
        {
            var item = await db.Set<DueItem>().SingleAsync(d => d.Kind == EraseAccount.Name, Ct);
            using var killed = new CancellationTokenSource();
            db.SavingChanges += (_, _) => killed.Cancel();
            await Should.ThrowAsync<OperationCanceledException>(async () => await handler.Handle(item, db, killed.Token));
        }

        (await Everything(studio)).ShouldContain("Canary-caption");
        studio.Restart();
        await studio.Settle();
        (await studio.Get<DeletionStatus>().Find(code!, Ct))!.Done.ShouldBe(1);
        (await Everything(studio)).ShouldNotContain("Canary");
    }

    private static async Task<ConnectedAccount?> Account(TestWorkspace shop, AccountId id)
    {
        await using var db = shop.Open();
        return await db.Set<ConnectedAccount>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, Ct);
    }

    private static async Task<int> Told(Tests.Studio.Studio studio, TestWorkspace shop, NotificationKind kind)
    {
        await using var db = studio.Database.OpenEverywhere();
        return await db.Set<Notification>().CountAsync(n => n.WorkspaceId == shop.Id && n.Kind == kind, Ct);
    }

    /// <summary>Every cell of every table, as text.</summary>
    private static async Task<string> Everything(Tests.Studio.Studio studio)
    {
        await using var db = studio.Database.OpenEverywhere();
        await db.Database.OpenConnectionAsync(Ct);
        var text = new System.Text.StringBuilder();
        foreach (var table in db.Model.GetEntityTypes().Select(e => e.GetTableName()).OfType<string>().Distinct())
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Names of the model's own tables.
            command.CommandText = $"SELECT * FROM \"{table}\"";
#pragma warning restore CA2100
            await using var reader = await command.ExecuteReaderAsync(Ct);
            while (await reader.ReadAsync(Ct))
            {
                for (var i = 0; i < reader.FieldCount; i++)
                    text.Append(table).Append(' ').AppendLine(reader.GetValue(i) is byte[] bytes ? System.Text.Encoding.UTF8.GetString(bytes) : reader.GetValue(i).ToString());
            }
        }

        return text.ToString();
    }
}
