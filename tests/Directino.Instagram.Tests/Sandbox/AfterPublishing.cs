using Directino.Instagram.Errors;
using Directino.Instagram.Publishing;

namespace Directino.Instagram.Tests.Sandbox;

/// <summary>Uploads in pieces, places, comments off, first comment, deletion, carousels that fail, trial reels: client and sandbox together.</summary>
public sealed class AfterPublishing
{
    private static readonly string[] InstagramScopes =
        ["instagram_business_basic", "instagram_business_content_publish", "instagram_business_manage_comments"];

    private static readonly string[] FacebookScopes =
        ["instagram_basic", "instagram_content_publish", "instagram_manage_comments", "instagram_manage_contents", "pages_show_list", "pages_read_engagement"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<InstagramLogin> Logins => [InstagramLogin.Instagram, InstagramLogin.Facebook];

    [Fact]
    public async Task An_upload_goes_on_where_the_connection_broke()
    {
        await using var sandbox = await SandboxHost.Start();
        var access = await Connect(sandbox, InstagramLogin.Facebook);
        var publishing = sandbox.Client.Publishing;
        var container = await publishing.CreateContainer(access, new ReelContainer { Video = VideoSource.Upload }, Cancellation);
        var film = await File.ReadAllBytesAsync(FakeFiles.Path("hi-rate.mp4"), Cancellation);
        (await publishing.UploadedBytes(access, container, Cancellation)).ShouldBe(0);
        (await publishing.ContainerStatus(access, container, Cancellation)).Code.ShouldBe(ContainerCode.InProgress);

        await Should.ThrowAsync<TryLaterException>(() => publishing.Upload(access, container, new BreakingStream(film, 10_000), cancellation: Cancellation));
        var arrived = (await publishing.UploadedBytes(access, container, Cancellation)).ShouldNotBeNull();
        arrived.ShouldBeLessThan(film.Length);
        await Should.ThrowAsync<InstagramException>(() => publishing.Upload(access, container, new MemoryStream(film), arrived + 1, cancellation: Cancellation));
        var seen = new List<long>();
        film = await File.ReadAllBytesAsync(FakeFiles.Path("hi-rate.mp4"), Cancellation);
        await publishing.Upload(access, container, new MemoryStream(film), arrived, new Told(seen), Cancellation);

        seen[^1].ShouldBe(film.Length);
        (await publishing.UploadedBytes(access, container, Cancellation)).ShouldBe(film.Length);
        // Its sound is too fine: what was sent is judged like what is fetched.
        (await sandbox.Settled(access, container)).Subcode.ShouldBe(2207026);
        var kept = (await sandbox.Look("journal?kind=container-changed"))[0].GetProperty("detail");
        kept.GetProperty("film").GetProperty("bytes").GetInt64().ShouldBe(film.Length);
        kept.GetProperty("failureReason").GetString().ShouldBe("sound of 96000 Hz");
    }

    [Fact]
    public async Task A_film_can_be_named_instead_of_sent()
    {
        await using var sandbox = await SandboxHost.Start();
        var access = await Connect(sandbox, InstagramLogin.Facebook);
        var container = await sandbox.Client.Publishing.CreateContainer(access, new StoryVideoContainer { Video = VideoSource.Upload }, Cancellation);
        await sandbox.Client.Publishing.UploadFrom(access, container, FakeFiles.Film("good.mp4"), Cancellation);
        await sandbox.PublishContainer(access, container);
        (await sandbox.Client.Publishing.CopyrightCheck(access, container, Cancellation)).ShouldBe(new CopyrightCheck(CopyrightState.Completed, false));
    }

    [Fact]
    public async Task A_stranger_cannot_upload_into_a_container()
    {
        await using var sandbox = await SandboxHost.Start();
        var access = await Connect(sandbox, InstagramLogin.Facebook);
        var container = await sandbox.Client.Publishing.CreateContainer(access, new ReelContainer { Video = VideoSource.Upload }, Cancellation);
        var refused = await Should.ThrowAsync<InstagramException>(
            () => sandbox.Client.Publishing.Upload(access with { Token = "EAAnobody" }, container, new MemoryStream(new byte[100]), cancellation: Cancellation));
        refused.Message.ShouldContain("unauthorized user request");
    }

    [Fact]
    public async Task Places_are_found_by_name_and_only_those_one_can_name()
    {
        await using var sandbox = await SandboxHost.Start();
        var access = await Connect(sandbox, InstagramLogin.Facebook);
        var found = await sandbox.Client.Places.Search(access, "baker", Cancellation);
        found.ShouldBeEmpty();
        var place = (await sandbox.Client.Places.Search(access, "nora lisbon", Cancellation)).ShouldHaveSingleItem();
        (place.Id, place.City, place.Latitude).ShouldBe(("309000000000001", "Lisbon", 38.7139m));
        await sandbox.Client.Publishing.CreateContainer(access, new ImageContainer { ImageUrl = SandboxHost.Picture, LocationId = place.Id }, Cancellation);
    }

    [Theory]
    [MemberData(nameof(Logins))]
    public async Task Comments_go_off_and_on_again_and_the_first_one_is_ours(InstagramLogin login)
    {
        await using var sandbox = await SandboxHost.Start();
        var access = await Connect(sandbox, login);
        var media = await sandbox.Publish(access);
        var first = await sandbox.Client.Comments.Comment(access, media, "Recipe: flour, water, salt", Cancellation);

        (await sandbox.Client.Comments.List(access, media, cancellation: Cancellation)).Items.ShouldHaveSingleItem().Id.ShouldBe(first);
        await sandbox.Client.Media.AllowComments(access, media, false, Cancellation);
        (await sandbox.Client.Media.Get(access, media, Cancellation)).IsCommentEnabled.ShouldBe(false);
        await Should.ThrowAsync<InvalidRequestException>(() => sandbox.Client.Comments.Comment(access, media, "More", Cancellation));
        await sandbox.Client.Media.AllowComments(access, media, true, Cancellation);
        (await sandbox.Client.Media.Get(access, media, Cancellation)).IsCommentEnabled.ShouldBe(true);
    }

    [Fact]
    public async Task A_post_is_deleted_for_good_and_still_counts_for_the_day()
    {
        await using var sandbox = await SandboxHost.Start();
        var access = await Connect(sandbox, InstagramLogin.Facebook);
        var media = await sandbox.Publish(access);

        await sandbox.Client.Media.Delete(access, media, Cancellation);

        await Should.ThrowAsync<ObjectGoneException>(() => sandbox.Client.Media.Get(access, media, Cancellation));
        await Should.ThrowAsync<ObjectGoneException>(() => sandbox.Client.Media.Delete(access, media, Cancellation));
        (await sandbox.Client.Media.List(access, cancellation: Cancellation)).Items.ShouldBeEmpty();
        (await sandbox.Client.Publishing.Limit(access, Cancellation)).QuotaUsage.ShouldBe(1);
    }

    [Fact]
    public async Task A_carousel_waits_for_its_films_and_fails_with_them()
    {
        await using var sandbox = await SandboxHost.Start(("Sandbox:VideoDelay", "00:10:00"), ("Sandbox:ContainerPolls", "0"));
        var access = await Connect(sandbox, InstagramLogin.Instagram);
        var publishing = sandbox.Client.Publishing;
        async Task<string> Carousel(string film)
        {
            var picture = await publishing.CreateContainer(access, new CarouselImageContainer { ImageUrl = SandboxHost.Picture }, Cancellation);
            var item = await publishing.CreateContainer(access, new CarouselVideoContainer { Video = VideoSource.At(FakeFiles.Film(film)) }, Cancellation);
            return await publishing.CreateContainer(access, new CarouselContainer { Children = [picture, item] }, Cancellation);
        }

        var (good, bad) = (await Carousel("good.mp4"), await Carousel("slow.mp4"));
        (await publishing.ContainerStatus(access, good, Cancellation)).Code.ShouldBe(ContainerCode.InProgress);
        await Should.ThrowAsync<ContainerNotReadyException>(() => publishing.Publish(access, good, Cancellation));
        sandbox.Clock.Advance(TimeSpan.FromMinutes(10));
        (await publishing.ContainerStatus(access, good, Cancellation)).Code.ShouldBe(ContainerCode.Finished);
        var status = await publishing.ContainerStatus(access, bad, Cancellation);
        (status.Code, status.Subcode).ShouldBe((ContainerCode.Error, 2207026));
    }

    [Fact]
    public async Task A_reel_or_somebody_elses_item_cannot_be_in_a_carousel()
    {
        await using var sandbox = await SandboxHost.Start();
        var access = await Connect(sandbox, InstagramLogin.Instagram);
        var publishing = sandbox.Client.Publishing;
        var item = await publishing.CreateContainer(access, new CarouselImageContainer { ImageUrl = SandboxHost.Picture }, Cancellation);
        var reel = await publishing.CreateContainer(access, new ReelContainer { Video = VideoSource.At(FakeFiles.Film("good.mp4")) }, Cancellation);

        await Should.ThrowAsync<InvalidRequestException>(() => publishing.CreateContainer(access, new CarouselContainer { Children = [item, reel] }, Cancellation));
        await Should.ThrowAsync<ContainerGoneException>(() => publishing.CreateContainer(access, new CarouselContainer { Children = [item, "17890000000099999"] }, Cancellation));
        await Should.ThrowAsync<ContainerGoneException>(() => publishing.Publish(access, item, Cancellation));
    }

    [Fact]
    public async Task A_tester_can_let_a_container_fail()
    {
        await using var sandbox = await SandboxHost.Start(("Sandbox:ContainerPolls", "0"));
        var access = await Connect(sandbox, InstagramLogin.Instagram);
        var container = await sandbox.Client.Publishing.CreateContainer(access, new ImageContainer { ImageUrl = SandboxHost.Picture }, Cancellation);
        await sandbox.Control($"containers/{container}/fail", """{"subcode":2207053}""");
        (await sandbox.Settled(access, container)).Subcode.ShouldBe(2207053);
    }

    private static Task<InstagramAccess> Connect(SandboxHost sandbox, InstagramLogin login) =>
        sandbox.Connect(login, login == InstagramLogin.Facebook ? FacebookScopes : InstagramScopes);

    private sealed class Told(List<long> seen) : IProgress<long>
    {
        public void Report(long value) => seen.Add(value);
    }

    /// <summary>A file that cannot be read any further after a while.</summary>
    private sealed class BreakingStream(byte[] bytes, int breaksAt) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Position >= breaksAt) throw new IOException("The cable is out.");
            return base.ReadAsync(buffer[..Math.Min(buffer.Length, 4_000)], cancellationToken);
        }
    }
}
