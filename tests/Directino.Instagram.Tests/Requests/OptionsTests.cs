using Directino.Instagram.Errors;
using Directino.Instagram.Publishing;

namespace Directino.Instagram.Tests.Requests;

/// <summary>The table of options is what composers show and what the client refuses by.</summary>
public sealed class OptionsTests
{
    private static readonly Uri Address = new("https://cdn.example/a.jpg");

    public static TheoryData<ContainerKind> Kinds => [.. Enum.GetValues<ContainerKind>()];

    [Fact]
    public void The_table_is_what_was_approved()
    {
        var lines = new List<string>();
        foreach (var option in Enum.GetValues<PublishingOption>())
        {
            lines.Add($"{option} ({PublishingOptions.Parameter(option) ?? "-"}; {PublishingOptions.Permission(option, InstagramLogin.Instagram)} / {PublishingOptions.Permission(option, InstagramLogin.Facebook)})");
            lines.AddRange(Enum.GetValues<ContainerKind>().Select(kind => $"  {kind}: {Say(option, kind, InstagramLogin.Instagram)} / {Say(option, kind, InstagramLogin.Facebook)}"));
        }

        Approved.Matches("publishing-options", string.Join('\n', lines));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Facebook_Login_offers_whatever_Instagram_Login_does(ContainerKind kind) =>
        PublishingOptions.For(kind, InstagramLogin.Instagram).ShouldBeSubsetOf(PublishingOptions.For(kind, InstagramLogin.Facebook));

    [Fact]
    public async Task What_the_other_login_offers_is_refused_before_anything_is_sent()
    {
        ContainerRequest[] requests =
        [
            new ImageContainer { ImageUrl = Address, ProductTags = [new ProductTag("7", 0.5m, 0.5m)] },
            new ImageContainer { ImageUrl = Address, IsPaidPartnership = true },
            new ImageContainer { ImageUrl = Address, Poll = new CaptionPoll("Yes", "No") },
            new CarouselContainer { Children = ["1", "2"], SponsorIds = ["3"] },
            new CarouselVideoContainer { Video = VideoSource.Upload },
            new ReelContainer { Video = VideoSource.Upload },
            new ReelContainer { Video = VideoSource.At(Address), HasCommentPrompt = true },
            new ReelContainer { Video = VideoSource.At(Address), Audio = new("7") },
            new ReelContainer { Video = VideoSource.At(Address), Audio = new("7"), Graduation = GraduationStrategy.Manual },
            new StoryVideoContainer { Video = VideoSource.Upload },
        ];
        var meta = new FakeInstagram();
        foreach (var request in requests)
        {
            var refused = await Should.ThrowAsync<OptionRefusedException>(
                () => meta.Client.Publishing.CreateContainer(FakeInstagram.Instagram, request, TestContext.Current.CancellationToken));
            refused.Denial.ShouldBe(OptionDenial.FacebookLoginOnly);
            request.Options.ShouldContain(refused.Option);
        }

        await Should.ThrowAsync<OptionRefusedException>(() => meta.Client.Media.Delete(FakeInstagram.Instagram, "1", TestContext.Current.CancellationToken));
        await Should.ThrowAsync<OptionRefusedException>(() => meta.Client.Media.Poll(FakeInstagram.Instagram, "1", TestContext.Current.CancellationToken));
        await Should.ThrowAsync<OptionRefusedException>(() => meta.Client.Products.IsEligible(FakeInstagram.Instagram, TestContext.Current.CancellationToken));
        await Should.ThrowAsync<OptionRefusedException>(() => meta.Client.Products.Catalogs(FakeInstagram.Instagram, TestContext.Current.CancellationToken));
        await Should.ThrowAsync<OptionRefusedException>(() => meta.Client.Products.Search(FakeInstagram.Instagram, "1", cancellation: TestContext.Current.CancellationToken));
        await Should.ThrowAsync<OptionRefusedException>(() => meta.Client.Products.OnMedia(FakeInstagram.Instagram, "1", TestContext.Current.CancellationToken));
        await Should.ThrowAsync<OptionRefusedException>(() => meta.Client.Audio.Search(FakeInstagram.Instagram, AudioKind.Music, cancellation: TestContext.Current.CancellationToken));
        await Should.ThrowAsync<OptionRefusedException>(() => meta.Client.Audio.Get(FakeInstagram.Instagram, "1", TestContext.Current.CancellationToken));
        await Should.ThrowAsync<OptionRefusedException>(() => meta.Client.Places.Search(FakeInstagram.Instagram, "x", TestContext.Current.CancellationToken));
        await Should.ThrowAsync<OptionRefusedException>(() => meta.Client.Publishing.UploadFrom(FakeInstagram.Instagram, "1", Address, TestContext.Current.CancellationToken));
        meta.Calls.ShouldBe(0);
    }

    [Fact]
    public async Task A_poll_and_a_prompt_exclude_each_other()
    {
        var both = new ImageContainer { ImageUrl = Address, Poll = new CaptionPoll("Yes", "No"), HasCommentPrompt = true };
        (await Should.ThrowAsync<OptionRefusedException>(
            () => new FakeInstagram().Client.Publishing.CreateContainer(FakeInstagram.Facebook, both, TestContext.Current.CancellationToken))).Denial.ShouldBe(OptionDenial.PollOrPrompt);
    }

    [Fact]
    public async Task A_sound_of_the_catalogue_and_a_name_for_the_own_one_exclude_each_other()
    {
        var both = new ReelContainer { Video = VideoSource.At(Address), AudioName = "Oven hum", Audio = new("7") };
        var meta = new FakeInstagram();
        var refused = await Should.ThrowAsync<OptionRefusedException>(
            () => meta.Client.Publishing.CreateContainer(FakeInstagram.Facebook, both, TestContext.Current.CancellationToken));
        (refused.Option, refused.Denial).ShouldBe((PublishingOption.AudioName, OptionDenial.AudioOrName));
        refused.Message.ShouldContain("not both");
        meta.Calls.ShouldBe(0);
    }

    [Fact]
    public void Limits_are_given_for_every_kind_with_a_film()
    {
        Enum.GetValues<ContainerKind>().Where(kind => InstagramLimits.Video(kind) is not null)
            .ShouldBe([ContainerKind.CarouselVideo, ContainerKind.Reel, ContainerKind.TrialReel, ContainerKind.StoryVideo]);
    }

    private static string Say(PublishingOption option, ContainerKind kind, InstagramLogin login)
    {
        var rule = PublishingOptions.Of(option, kind, login);
        return rule.Denial?.ToString() ?? (rule.IsRequired ? "required" : "yes");
    }
}
