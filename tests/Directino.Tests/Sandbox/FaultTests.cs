using System.Net;
using Directino.Sandbox.Faults;
using Microsoft.Extensions.DependencyInjection;

namespace Directino.Tests.Sandbox;

public sealed class FaultTests
{
    [Fact]
    public async Task An_error_by_number_has_no_effect_and_happens_as_often_as_told()
    {
        await using var sandbox = await SandboxHost.Start();
        var token = sandbox.Token();
        var container = await sandbox.Finished(token);
        await Set(sandbox, """{"call":"media_publish","kind":"error","code":-1,"subcode":2207001,"times":2}""");
        for (var i = 0; i < 2; i++) (await Publish(sandbox, token, container)).ShouldFail(-1, 2207001);
        sandbox.Journal("published").ShouldBeEmpty();
        (await Publish(sandbox, token, container)).ShouldSucceed();
    }

    [Fact]
    public async Task A_lost_answer_keeps_the_effect()
    {
        await using var sandbox = await SandboxHost.Start();
        var token = sandbox.Token();
        var container = await sandbox.Finished(token);
        await Set(sandbox, """{"call":"media_publish","kind":"answer-lost"}""");
        await Should.ThrowAsync<Exception>(() => Publish(sandbox, token, container));
        sandbox.Journal("published").Count.ShouldBe(1);
        (await sandbox.Get($"/v25.0/{container}?fields=status_code", token)).Text("status_code").ShouldBe("PUBLISHED");
    }

    [Fact]
    public async Task A_refused_connection_has_no_effect()
    {
        await using var sandbox = await SandboxHost.Start();
        var token = sandbox.Token();
        var container = await sandbox.Finished(token);
        await Set(sandbox, """{"call":"*","kind":"refuse-before"}""");
        await Should.ThrowAsync<Exception>(() => Publish(sandbox, token, container));
        sandbox.Journal("published").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("pause-before", 0)]
    [InlineData("pause-after", 1)]
    public async Task A_paused_call_waits_on_its_side_of_the_effect_until_released(string kind, int published)
    {
        await using var sandbox = await SandboxHost.Start();
        var token = sandbox.Token();
        var container = await sandbox.Finished(token);
        await Set(sandbox, $$"""{"call":"media_publish","kind":"{{kind}}"}""");
        var call = Publish(sandbox, token, container);
        await Board(sandbox).NextPaused(TestContext.Current.CancellationToken);
        sandbox.Journal("published").Count.ShouldBe(published);
        var waiting = (await sandbox.Get("/sandbox/faults", null)).Json["waiting"]!.AsArray().Single()!;
        waiting["call"]!.ToString().ShouldBe("media_publish");
        call.IsCompleted.ShouldBeFalse();
        await sandbox.PostForm("/sandbox/faults/release", null);
        (await call).ShouldSucceed();
        sandbox.Journal("published").Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_caller_that_dies_before_the_effect_leaves_none()
    {
        await using var sandbox = await SandboxHost.Start();
        var token = sandbox.Token();
        var container = await sandbox.Finished(token);
        await Set(sandbox, """{"call":"media_publish","kind":"pause-before"}""");
        using var killed = new CancellationTokenSource();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v25.0/me/media_publish?creation_id={container}");
        request.Headers.Authorization = new("Bearer", token);
        var call = sandbox.Http.SendAsync(request, killed.Token);
        await Board(sandbox).NextPaused(TestContext.Current.CancellationToken);
        await killed.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => call);
        Board(sandbox).Release(null);
        sandbox.Journal("published").ShouldBeEmpty();
    }

    [Fact]
    public async Task An_outage_ends_by_the_clock_and_an_html_page_is_no_json()
    {
        await using var sandbox = await SandboxHost.Start();
        var token = sandbox.Token();
        await Set(sandbox, """{"kind":"outage","seconds":60}""");
        (await sandbox.Get("/v25.0/me", token)).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        sandbox.Clock.Advance(TimeSpan.FromSeconds(60));
        (await sandbox.Get("/v25.0/me", token)).ShouldSucceed();
        await Set(sandbox, """{"kind":"html-502"}""");
        var page = await sandbox.Get("/v25.0/me", token);
        page.Status.ShouldBe(HttpStatusCode.BadGateway);
        page.Body.ShouldStartWith("<!DOCTYPE html>");
    }

    [Fact]
    public async Task A_fault_can_begin_later_and_meet_one_account_only()
    {
        await using var sandbox = await SandboxHost.Start();
        var (lena, otto) = (sandbox.Token(), sandbox.Token("otto.prints"));
        await Set(sandbox, """{"call":"account","account":"otto.prints","kind":"error","code":2,"after":1}""");
        (await sandbox.Get("/v25.0/me", otto)).ShouldSucceed();
        (await sandbox.Get("/v25.0/me", lena)).ShouldSucceed();
        (await sandbox.Get("/v25.0/me", otto)).ShouldFail(2);
    }

    [Fact]
    public async Task Login_calls_can_fail_too()
    {
        await using var sandbox = await SandboxHost.Start();
        await Set(sandbox, """{"call":"refresh_access_token","kind":"error","code":2}""");
        (await sandbox.Get($"/ig/refresh_access_token?grant_type=ig_refresh_token&access_token={sandbox.Token()}", null)).ShouldFail(2);
    }

    [Fact]
    public async Task Usage_is_told_with_every_answer()
    {
        await using var sandbox = await SandboxHost.Start();
        await sandbox.PostJson("/sandbox/usage", null, """{"app":{"callCount":28,"totalTime":25,"totalCpuTime":20},"accounts":{"lena.bakes":{"callCount":95,"totalTime":20,"totalCpuTime":20}}}""");
        var answer = await sandbox.Get("/v25.0/me", sandbox.Token());
        answer.Headers["X-App-Usage"].ShouldBe("""{"call_count":28,"total_time":25,"total_cputime":20}""");
        answer.Headers["X-Business-Use-Case-Usage"].ShouldContain(sandbox.Lena);
        answer.Headers["X-Business-Use-Case-Usage"].ShouldContain("\"call_count\":95");
        answer.Headers["facebook-api-version"].ShouldBe("v25.0");
    }

    [Fact]
    public async Task Calling_while_throttled_makes_the_wait_longer()
    {
        await using var sandbox = await SandboxHost.Start();
        var token = sandbox.Token();
        await sandbox.PostJson("/sandbox/throttle", null, """{"code":80002,"account":"lena.bakes","minutes":20}""");
        var first = await sandbox.Get("/v25.0/me", token);
        first.ShouldFail(80002);
        first.Headers["X-Business-Use-Case-Usage"].ShouldContain("\"estimated_time_to_regain_access\":24");
        (await sandbox.Get("/v25.0/me", sandbox.Token("otto.prints"))).ShouldSucceed();
        sandbox.Control.MoveClock(TimeSpan.FromMinutes(20));
        (await sandbox.Get("/v25.0/me", token)).ShouldFail(80002);
        // Whoever waits as long as the last refusal said is let in.
        sandbox.Control.MoveClock(TimeSpan.FromMinutes(8));
        (await sandbox.Get("/v25.0/me", token)).ShouldSucceed();
    }

    [Fact]
    public async Task Old_versions_are_served_by_the_oldest_living_one_and_removed_parameters_are_errors()
    {
        await using var sandbox = await SandboxHost.Start();
        var token = sandbox.Token();
        (await sandbox.Get("/v18.0/me", token)).Headers["facebook-api-version"].ShouldBe("v21.0");
        (await sandbox.Get("/ig/me", token)).ShouldSucceed();
        (await sandbox.Get("/v25.0/me?date_format=U", token)).ShouldFail(100);
        (await sandbox.Get($"/v25.0/?ids={sandbox.Lena}", token)).ShouldFail(100);
        (await sandbox.Get("/v99.0/me", token)).ShouldFail(2500);
    }

    private static FaultBoard Board(SandboxHost sandbox) => sandbox.Service<FaultBoard>();

    private static async Task Set(SandboxHost sandbox, string fault) => (await sandbox.PostJson("/sandbox/faults", null, fault)).ShouldSucceed();

    private static Task<Answer> Publish(SandboxHost sandbox, string token, string container) =>
        sandbox.PostForm("/v25.0/me/media_publish", token, ("creation_id", container));
}
