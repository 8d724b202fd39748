using Directino.Sandbox.Control;
using Directino.Sandbox.Graph;

namespace Directino.Tests.Sandbox;

/// <summary>The catalogue of sounds as it is asked for over HTTP.</summary>
public sealed class AudioTests
{
    private const string Waltz = "3380000000000010";

    [Fact]
    public async Task A_search_names_its_kind_and_an_account_of_the_token()
    {
        await using var sandbox = await SandboxHost.Start();
        var token = sandbox.Token(host: ApiHost.Facebook);
        var music = (await sandbox.Get($"/fb/v25.0/ig_audio?audio_type=music&user_id={sandbox.Lena}&limit=5", token)).ShouldSucceed();
        music.Json["data"]!.AsArray().Count.ShouldBe(5);
        music.Json["paging"]!["next"]!.ToString().ShouldContain("audio_type=music");
        (await sandbox.Get($"/fb/v25.0/ig_audio?audio_type=music&user_id={sandbox.Lena}&q=waltz", token)).Body.ShouldStartWith(
            """{"data":[{"audio_type":"music","title":"Rolling Pin Waltz","display_artist":"Tin Spoon Trio","duration_in_ms":97000,"id":"3380000000000010"}]""");
        (await sandbox.Get($"/fb/v25.0/ig_audio?audio_type=noise&user_id={sandbox.Lena}", token)).ShouldFail(100);
        (await sandbox.Get($"/fb/v25.0/ig_audio?user_id={sandbox.Lena}", token)).ShouldFail(100);
        (await sandbox.Get("/fb/v25.0/ig_audio?audio_type=music", token)).ShouldFail(100);
        (await sandbox.Get($"/fb/v25.0/ig_audio?audio_type=music&user_id={sandbox.Otto}", token)).ShouldFail(100, 33);
        (await sandbox.Get($"/fb/v25.0/ig_audio?audio_type=music&user_id={sandbox.Lena}&fields=lyrics", token)).ShouldFail(100);
        var ads = await sandbox.Get($"/fb/v25.0/ig_audio?product=ADS&user_id={sandbox.Lena}", token);
        ads.ShouldFail(10, 9053);
        ((int)ads.Status).ShouldBe(403);
    }

    [Fact]
    public async Task The_Instagram_host_has_no_catalogue()
    {
        await using var sandbox = await SandboxHost.Start();
        foreach (var path in (string[])[$"/ig/v25.0/ig_audio?audio_type=music&user_id={sandbox.Lena}", $"/ig/v25.0/{Waltz}"])
        {
            var answer = await sandbox.Get(path, sandbox.Token());
            answer.ShouldFail(100, 33);
            answer.Error!["type"]!.ToString().ShouldBe("IGApiException");
        }
    }

    [Fact]
    public async Task A_withdrawn_sound_stays_withdrawn_after_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("sandbox-");
        try
        {
            var state = Path.Combine(folder.FullName, "journal.jsonl");
            await using (var sandbox = await SandboxHost.Start(("StateFile", state)))
            {
                (await sandbox.Get($"/fb/v25.0/{Waltz}", sandbox.Token(host: ApiHost.Facebook))).Text("title").ShouldBe("Rolling Pin Waltz");
                (await sandbox.PostJson("/sandbox/acts/withdraw-audio", null, $$"""{"audio":"{{Waltz}}"}""")).ShouldSucceed();
                Should.Throw<NoSuchThing>(() => sandbox.Control.WithdrawAudio("7"));
            }

            await using var restarted = await SandboxHost.Start(("StateFile", state));
            (await restarted.Get($"/fb/v25.0/{Waltz}", restarted.Token(host: ApiHost.Facebook))).ShouldFail(100, 33);
            restarted.Journal("audio-withdrawn").ShouldHaveSingleItem().Effect.Subjects["audio"].ShouldBe(Waltz);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
