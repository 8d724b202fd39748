using Directino.Instagram.Errors;
using Directino.Instagram.Publishing;

namespace Directino.Instagram.Tests.Sandbox;

/// <summary>The catalogue of sounds, and reels that carry one: client and sandbox together.</summary>
public sealed class AudioTests
{
    private const string Waltz = "3380000000000010";
    private const string Bell = "3390000000000001";
    private static readonly string[] Publishing = ["instagram_basic", "instagram_content_publish", "pages_show_list", "pages_read_engagement"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_trending_comes_page_by_page_and_words_find_title_and_artist()
    {
        await using var sandbox = await SandboxHost.Start();
        var access = await sandbox.Connect(InstagramLogin.Facebook, Publishing);
        var audio = sandbox.Client.Audio;

        var first = await audio.Search(access, AudioKind.Music, cancellation: Cancellation);
        (first.Items.Count, first.After is null).ShouldBe((10, false));
        var second = await audio.Search(access, AudioKind.Music, after: first.After, cancellation: Cancellation);
        (second.Items.Count, second.After).ShouldBe((2, null));
        first.Items.Concat(second.Items).Select(s => s.Id).ShouldBeUnique();
        (await audio.Search(access, AudioKind.Music, "tin waltz", cancellation: Cancellation)).Items.ShouldHaveSingleItem()
            .ShouldBe(new CatalogAudio(Waltz) { Title = "Rolling Pin Waltz", Artist = "Tin Spoon Trio", Duration = TimeSpan.FromSeconds(97) });
        (await audio.Search(access, AudioKind.OriginalSound, "bell", cancellation: Cancellation)).Items.ShouldHaveSingleItem().Id.ShouldBe(Bell);
        (await audio.Search(access, AudioKind.OriginalSound, "waltz", cancellation: Cancellation)).Items.ShouldBeEmpty();
        (await audio.Get(access, Waltz, Cancellation)).Title.ShouldBe("Rolling Pin Waltz");
        await Should.ThrowAsync<ObjectGoneException>(() => audio.Get(access, "3380000000000099", Cancellation));
    }

    [Fact]
    public async Task What_Instagram_no_longer_offers_is_neither_found_nor_taken_and_stays_where_it_is()
    {
        await using var sandbox = await SandboxHost.Start();
        var access = await sandbox.Connect(InstagramLogin.Facebook, Publishing);
        var container = await sandbox.Client.Publishing.CreateContainer(access, Reel(Waltz), Cancellation);
        await sandbox.Control("acts/withdraw-audio", $$"""{"audio":"{{Waltz}}"}""");

        (await sandbox.Client.Audio.Search(access, AudioKind.Music, "waltz", cancellation: Cancellation)).Items.ShouldBeEmpty();
        await Should.ThrowAsync<ObjectGoneException>(() => sandbox.Client.Audio.Get(access, Waltz, Cancellation));
        var refused = await Should.ThrowAsync<InvalidRequestException>(() => sandbox.Client.Publishing.CreateContainer(access, Reel(Waltz), Cancellation));
        AudioFaults.Has(refused.Subcode).ShouldBeTrue();
        (await sandbox.Look("journal?kind=audio-withdrawn"))[0].GetProperty("subjects").GetProperty("audio").GetString().ShouldBe(Waltz);
        await sandbox.PublishContainer(access, container);
    }

    [Theory]
    [InlineData(Waltz, "MUSIC")]
    [InlineData(Bell, "ORIGINAL_SOUND")]
    public async Task A_reel_says_what_kind_of_sound_it_has(string sound, string type)
    {
        await using var sandbox = await SandboxHost.Start();
        var access = await sandbox.Connect(InstagramLogin.Facebook, Publishing);
        var media = await sandbox.PublishContainer(access, await sandbox.Client.Publishing.CreateContainer(access, Reel(sound), Cancellation));
        using var answer = await sandbox.Http.GetAsync($"/fb/v25.0/{media}?fields=media_audio_type&access_token={access.Token}", Cancellation);
        (await answer.Content.ReadAsStringAsync(Cancellation)).ShouldContain($"\"media_audio_type\":\"{type}\"");
    }

    [Theory]
    [InlineData("instagram_basic")]
    [InlineData("instagram_content_publish")]
    public async Task Both_permissions_are_needed(string missing)
    {
        await using var sandbox = await SandboxHost.Start();
        var access = await sandbox.Connect(InstagramLogin.Facebook, [.. Publishing.Where(scope => scope != missing)]);
        await Should.ThrowAsync<PermissionMissingException>(() => sandbox.Client.Audio.Search(access, AudioKind.Music, cancellation: Cancellation));
        await Should.ThrowAsync<PermissionMissingException>(() => sandbox.Client.Audio.Get(access, Waltz, Cancellation));
    }

    [Fact]
    public async Task A_fault_by_the_name_of_the_call_reaches_it()
    {
        await using var sandbox = await SandboxHost.Start();
        var access = await sandbox.Connect(InstagramLogin.Facebook, Publishing);
        await sandbox.Control("faults", """{"call":"ig_audio","kind":"error","code":10,"subcode":9053}""");
        await sandbox.Control("faults", """{"call":"ig_audio_node","kind":"error","code":4}""");
        await Should.ThrowAsync<PermissionMissingException>(() => sandbox.Client.Audio.Search(access, AudioKind.Music, cancellation: Cancellation));
        await Should.ThrowAsync<RateLimitedException>(() => sandbox.Client.Audio.Get(access, Waltz, Cancellation));
    }

    private static ReelContainer Reel(string sound) => new() { Video = VideoSource.At(FakeFiles.Film("good.mp4")), Audio = new(sound) { AudioVolume = 80, VideoVolume = 0 } };
}
