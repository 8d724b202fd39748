using System.Text;
using System.Text.Json;
using Directino.Accounts;
using Directino.Accounts.Connecting;
using Directino.Instagram;
using Directino.Ledger;
using Directino.Persistence;
using Directino.Tests.Studio;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Directino.Tests.Accounts;

public sealed class ConnectFlowTests
{
    private const string Messages = "instagram_business_manage_messages";

    [Theory]
    [InlineData("Flat")]
    [InlineData("Wrapped")]
    public async Task An_account_is_connected_whichever_shape_the_code_exchange_answers_in(string shape)
    {
        await using var stage = await ConnectStage.Open();
        await Configure(stage, shape);
        var outcome = (await stage.Connect("nora.bakes")).ShouldBeOfType<ConnectOutcome.Connected>();
        outcome.Again.ShouldBeFalse();
        outcome.Declined.ShouldBeEmpty();
        var account = await stage.Account();
        account.State.ShouldBe(AccountState.Connected);
        account.InstagramId.ShouldNotBe(account.AppScopedId);
        account.Has("instagram_business_basic").ShouldBeTrue();
        account.TokenExpiresAt!.Value.ShouldBeGreaterThan(stage.Studio.Clock.GetUtcNow() + TimeSpan.FromDays(55));
    }

    [Fact]
    public async Task Only_the_scopes_of_what_is_wanted_are_asked_for()
    {
        await using var stage = await ConnectStage.Open();
        var start = await stage.Begin(InstagramLogin.Instagram, Capability.Publish);
        start.AuthorizeUrl.Query.ShouldContain("instagram_business_content_publish");
        start.AuthorizeUrl.Query.ShouldNotContain(Messages);
        await stage.Return(await stage.Allow(start, "nora.bakes"), start.BrowserSecret);
        var account = await stage.Account();
        account.MayPublish.ShouldBeTrue();
        account.MayMessage.ShouldBeFalse();
    }

    [Fact]
    public async Task A_declined_scope_leaves_its_capability_off_and_says_so()
    {
        await using var stage = await ConnectStage.Open();
        var outcome = (await stage.Connect("nora.bakes", Messages)).ShouldBeOfType<ConnectOutcome.Connected>();
        outcome.Declined.ShouldBe([Capability.Messages]);
        (await stage.Account()).Has(Messages).ShouldBeFalse();
    }

    [Fact]
    public async Task Without_the_basic_scope_nothing_is_connected()
    {
        await using var stage = await ConnectStage.Open();
        (await stage.Connect("nora.bakes", "instagram_business_basic")).ShouldBe(new ConnectOutcome.Failed(ConnectProblem.BasicMissing));
        await using var db = stage.Workspace.Open();
        (await db.Set<ConnectedAccount>().AnyAsync(TestContext.Current.CancellationToken)).ShouldBeFalse();
    }

    [Fact]
    public async Task Cancelling_at_Instagram_is_no_fault()
    {
        await using var stage = await ConnectStage.Open();
        var start = await stage.Begin();
        (await stage.Return(await stage.Cancel(start), start.BrowserSecret)).ShouldBeOfType<ConnectOutcome.Cancelled>();
    }

    [Fact]
    public async Task A_state_works_once()
    {
        await using var stage = await ConnectStage.Open();
        var start = await stage.Begin();
        var back = await stage.Allow(start, "nora.bakes");
        (await stage.Return(back, start.BrowserSecret)).ShouldBeOfType<ConnectOutcome.Connected>();
        (await stage.Return(back, start.BrowserSecret)).ShouldBe(new ConnectOutcome.Failed(ConnectProblem.Used));
    }

    [Fact]
    public async Task An_attempt_expires_after_a_quarter_of_an_hour()
    {
        await using var stage = await ConnectStage.Open();
        var start = await stage.Begin();
        var back = await stage.Allow(start, "nora.bakes");
        stage.Studio.Clock.Advance(TimeSpan.FromMinutes(15));
        (await stage.Return(back, start.BrowserSecret)).ShouldBe(new ConnectOutcome.Failed(ConnectProblem.Expired));
    }

    [Fact]
    public async Task Another_browser_or_person_can_not_finish_what_somebody_began()
    {
        await using var stage = await ConnectStage.Open();
        var start = await stage.Begin();
        var back = await stage.Allow(start, "nora.bakes");
        (await stage.Return(back, browserSecret: null)).ShouldBe(new ConnectOutcome.Failed(ConnectProblem.OtherBrowser));
        (await stage.Return(back, Secret.New())).ShouldBe(new ConnectOutcome.Failed(ConnectProblem.OtherBrowser));
        (await stage.Return(back, start.BrowserSecret, PersonId.New(stage.Studio.Clock))).ShouldBe(new ConnectOutcome.Failed(ConnectProblem.OtherBrowser));
        // None of that used it up.
        (await stage.Return(back, start.BrowserSecret)).ShouldBeOfType<ConnectOutcome.Connected>();
    }

    [Fact]
    public async Task A_state_nobody_issued_is_unknown()
    {
        await using var stage = await ConnectStage.Open();
        (await stage.Return(new Uri("http://product.test/?code=1&state=made-up"), Secret.New())).ShouldBe(new ConnectOutcome.Failed(ConnectProblem.Unknown));
    }

    [Fact]
    public async Task Connecting_again_keeps_the_account_and_what_it_is_called_here()
    {
        await using var stage = await ConnectStage.Open();
        await stage.Connect("nora.bakes", Messages);
        var first = await stage.Account();
        stage.Studio.Sandbox.Control.EndTokens("nora.bakes", 458);
        await stage.Studio.PassTime(TimeSpan.FromHours(5));
        (await stage.Account()).State.ShouldBe(AccountState.NeedsLogin);
        var outcome = (await stage.Connect("nora.bakes")).ShouldBeOfType<ConnectOutcome.Connected>();
        outcome.Again.ShouldBeTrue();
        outcome.Account.ShouldBe(first.Id);
        var again = await stage.Account();
        again.State.ShouldBe(AccountState.Connected);
        again.Has(Messages).ShouldBeTrue();
    }

    [Fact]
    public async Task The_token_can_not_be_read_in_the_database()
    {
        await using var stage = await ConnectStage.Open();
        await stage.Connect("nora.bakes");
        var account = await stage.Account();
        Encoding.Latin1.GetString(account.SealedToken!).ShouldNotContain("IGAA");
        var access = await stage.Studio.Get<AccountAccess>().For(account, TestContext.Current.CancellationToken);
        access!.Token.ShouldStartWith("IGAA");
        access.ToString().ShouldNotContain(access.Token);
    }

    [Fact]
    public async Task With_Facebook_the_person_chooses_among_several_accounts()
    {
        await using var stage = await ConnectStage.Open();
        var start = await stage.Begin(InstagramLogin.Facebook);
        var back = await stage.Allow(start, ["nora.bakes", "studio.terra"]);
        var outcome = await stage.Return(back, start.BrowserSecret);
        if (outcome is ConnectOutcome.Connected)
        {
            // The sandbox gives each account an owner of its own: one Page, no choice.
            (await stage.Account()).PageId.ShouldNotBeNull();
            return;
        }

        var choose = outcome.ShouldBeOfType<ConnectOutcome.Choose>();
        var pages = await stage.Flow.Choices(stage.Workspace.Id, choose.Attempt, stage.Workspace.Owner, TestContext.Current.CancellationToken);
        pages.Count.ShouldBe(2);
        var page = pages.Single(p => p.Username == "studio.terra");
        (await stage.Flow.Choose(stage.Workspace.Id, choose.Attempt, stage.Workspace.Owner, page.PageId, TestContext.Current.CancellationToken)).ShouldBeOfType<ConnectOutcome.Connected>();
        var account = await stage.Account("studio.terra");
        account.Login.ShouldBe(InstagramLogin.Facebook);
        account.TokenExpiresAt.ShouldBeNull();
    }

    [Fact]
    public async Task A_login_that_meets_what_falls_due_for_the_account_is_kept()
    {
        await using var stage = await ConnectStage.Open(services => services.AddSingleton<IAccountConnected, Rival>(), FirstSync.Inbox);
        await stage.Connect("nora.bakes");
        (await stage.Connect("nora.bakes")).ShouldBeOfType<ConnectOutcome.Connected>().Again.ShouldBeTrue();
        stage.Studio.Services.GetServices<IAccountConnected>().OfType<Rival>().Single().Met.ShouldBe(1);
    }

    [Fact]
    public async Task Attempts_leave_nothing_behind()
    {
        await using var stage = await ConnectStage.Open();
        await stage.Begin();
        await stage.Studio.PassTime(TimeSpan.FromHours(2));
        await using var db = stage.Workspace.Open();
        (await db.Set<ConnectAttempt>().AnyAsync(TestContext.Current.CancellationToken)).ShouldBeFalse();
    }

    /// <summary>Moves what is due for an account after the connector has read it, once.</summary>
    private sealed class Rival(Database database) : IAccountConnected
    {
        public int Met { get; private set; }

        public async Task Connected(ConnectedAccount account, DirectinoContext db, CancellationToken ct)
        {
            if (Met > 0)
                return;
            var later = account.ConnectedAt.AddMinutes(1);
            await using var other = database.Open(account.WorkspaceId);
            Met = await other.Set<DueItem>().Where(d => d.SubjectId == account.Id.Value && d.Kind == "inbox-sync")
                .ExecuteUpdateAsync(s => s.SetProperty(d => d.DueAt, later), ct);
        }
    }

    private static async Task Configure(ConnectStage stage, string shape)
    {
        using var http = new HttpClient(stage.Studio.Sandbox.CreateHandler());
        using var body = new StringContent(JsonSerializer.Serialize(new { codeAnswer = shape }), Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri("http://sandbox.test/sandbox/options"), body, TestContext.Current.CancellationToken);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
