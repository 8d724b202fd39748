using Directino.Instagram.Publishing;
using Directino.Media;
using Directino.Planning;
using Limit = (Directino.Tests.Planning.PaperPost Inside, Directino.Tests.Planning.PaperPost Outside, Directino.Planning.Objection Objection);

namespace Directino.Tests.Planning;

/// <summary>Every limit that Instagram has documented (API reference, publishing sections 3 and 4), just inside and just outside.</summary>
public sealed class PostLimitsTests
{
    private static readonly ContainerKind[] Posts = [ContainerKind.Image, ContainerKind.Carousel, ContainerKind.Reel, ContainerKind.TrialReel];
    private static readonly ContainerKind[] All = [.. Posts, ContainerKind.StoryImage, ContainerKind.StoryVideo];
    private static readonly Dictionary<string, Limit> Limits =
        Words().Concat(People()).Concat(Products()).Concat(Sounds()).Concat(Pictures()).Concat(Films()).Concat(Shapes()).ToDictionary(l => l.Name, l => l.Limit);

    /// <summary>Words that are too long, and what is missing or could be one or the other.</summary>
    private static readonly string[] OnlyTheAuthor =
    [
        PostRules.CaptionTooLong, PostRules.TooManyMentions, PostRules.CommentTooLong, PostRules.AltTextTooLong, PostRules.PollTooFew, PostRules.PersonWithoutPlace, PostRules.ProductWithoutPlace,
        PostRules.PictureMissing, PostRules.VideoMissing, PostRules.StoryIsOneItem, PostRules.AccountMissing, PostRules.SlotMissing, PostRules.SlotInThePast,
    ];

    public static TheoryData<string> Names => [.. Limits.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Just_inside_is_taken_and_just_outside_is_not(string name)
    {
        var (inside, outside, objection) = Limits[name];
        inside.Objections.ShouldBeEmpty();
        outside.Objections.Select(o => o with { Fault = null }).ShouldBe([objection]);
        (outside.Objections[0].Fault is not null).ShouldBe(objection.Rule.StartsWith("media-", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Just_outside_is_mended_unless_only_its_author_can(string name)
    {
        var (_, outside, objection) = Limits[name];
        var mend = PostMending.Mend(outside.Content, outside.Objections[0]);
        (mend is null).ShouldBe(OnlyTheAuthor.Contains(objection.Rule) || outside.Objections[0].Fault is not null);
        if (mend is not null)
            (outside with { Content = mend.Content }).Objections.ShouldBeEmpty();
    }

    private static IEnumerable<(string Name, Limit Limit)> Words()
    {
        foreach (var kind in Posts)
        {
            var post = PaperPost.Of(kind);
            yield return ($"characters of the caption, {kind}", (post.Saying(new('x', 2200)), post.Saying(new('x', 2201)), new(PostField.Caption, PostRules.CaptionTooLong)));
            yield return ($"hashtags, {kind}", (post.Saying(Many("#a", 30)), post.Saying(Many("#a", 31)), new(PostField.Caption, PostRules.TooManyHashtags)));
            yield return ($"mentions, {kind}", (post.Saying(Many("@a", 20)), post.Saying(Many("@a", 21)), new(PostField.Caption, PostRules.TooManyMentions)));
            yield return ($"collaborators, {kind}", (
                post.Choosing(o => o with { Collaborators = Handles(3) }), post.Choosing(o => o with { Collaborators = Handles(4) }),
                new(PostField.Collaborators, PostRules.TooManyCollaborators)));
            yield return ($"sponsors, {kind}", (
                post.Choosing(o => o with { SponsorIds = Handles(2) }), post.Choosing(o => o with { SponsorIds = Handles(3) }),
                new(PostField.Partnership, PostRules.TooManySponsors)));
            yield return ($"least answers of a poll, {kind}", (Poll(kind, 2), Poll(kind, 1), new(PostField.Poll, PostRules.PollTooFew)));
            yield return ($"most answers of a poll, {kind}", (Poll(kind, 4), Poll(kind, 5), new(PostField.Poll, PostRules.PollTooMany)));
            yield return ($"poll or invitation, {kind}", (
                post.Choosing(o => o with { CommentPrompt = true }), Poll(kind, 2).Choosing(o => o with { CommentPrompt = true }),
                new(PostField.CommentPrompt, PostRules.PollOrPrompt)));
            yield return ($"characters of the first comment, {kind}", (
                post.Choosing(o => o with { FirstComment = new('x', 2200) }), post.Choosing(o => o with { FirstComment = new('x', 2201) }),
                new(PostField.FirstComment, PostRules.CommentTooLong)));
        }

        foreach (var kind in new[] { ContainerKind.Image, ContainerKind.Carousel })
        {
            yield return ($"characters of the description, {kind}", (
                PaperPost.Of(kind).About(0, i => i with { AltText = new('x', 1000) }), PaperPost.Of(kind).About(0, i => i with { AltText = new('x', 1001) }),
                new(PostField.AltText, PostRules.AltTextTooLong, 0)));
        }
    }

    private static IEnumerable<(string Name, Limit Limit)> People()
    {
        foreach (var kind in All)
        {
            var post = PaperPost.Of(kind);
            var last = post.Content.Items.Count - 1;
            var placed = kind is ContainerKind.Image or ContainerKind.StoryImage;
            yield return ($"people, {kind}", (
                post.About(last, i => i with { People = Tags(20, placed) }), post.About(last, i => i with { People = Tags(21, placed) }),
                new(PostField.People, PostRules.TooManyPeople, last)));
        }

        foreach (var kind in new[] { ContainerKind.Image, ContainerKind.Carousel, ContainerKind.StoryImage, ContainerKind.StoryVideo })
        {
            foreach (var (inside, outside) in new[] { ((0m, 1m), (-0.001m, 1m)), ((1m, 0m), (1.001m, 0m)), ((0.5m, 0m), (0.5m, -0.001m)), ((0.5m, 1m), (0.5m, 1.001m)) })
            {
                yield return ($"place of a person at {outside}, {kind}", (
                    At(kind, inside.Item1, inside.Item2), At(kind, outside.Item1, outside.Item2), new(PostField.People, PostRules.PersonWithoutPlace, 0)));
            }

            yield return ($"half a place of a person, {kind}", (At(kind, 0.5m, 0.5m), At(kind, 0.5m, null), new(PostField.People, PostRules.PersonWithoutPlace, 0)));
        }

        foreach (var kind in new[] { ContainerKind.Image, ContainerKind.Carousel })
            yield return ($"no place of a person, {kind}", (At(kind, 0.5m, 0.5m), At(kind, null, null), new(PostField.People, PostRules.PersonWithoutPlace, 0)));
        yield return ("name of a person", (
            At(ContainerKind.Reel, null, null), PaperPost.Of(ContainerKind.Reel).About(0, i => i with { People = [new PersonTag("")] }),
            new(PostField.People, PostRules.PersonWithoutPlace, 0)));
    }

    private static IEnumerable<(string Name, Limit Limit)> Products()
    {
        foreach (var kind in new[] { ContainerKind.Image, ContainerKind.Carousel })
        {
            yield return ($"products, {kind}", (Marked(kind, 5, 0.5m, 0.5m), Marked(kind, 6, 0.5m, 0.5m), new(PostField.Products, PostRules.TooManyProducts, 0)));
            yield return ($"place of a product, {kind}", (Marked(kind, 1, 0m, 1m), Marked(kind, 1, 0m, 1.01m), new(PostField.Products, PostRules.ProductWithoutPlace, 0)));
            yield return ($"product without a place, {kind}", (Marked(kind, 1, 0m, 1m), Marked(kind, 1, null, null), new(PostField.Products, PostRules.ProductWithoutPlace, 0)));
        }

        foreach (var kind in new[] { ContainerKind.Reel, ContainerKind.TrialReel })
        {
            yield return ($"products, {kind}", (Marked(kind, 5, null, null), Marked(kind, 6, null, null), new(PostField.Products, PostRules.TooManyProducts, 0)));
            yield return ($"product with a place, {kind}", (Marked(kind, 1, null, null), Marked(kind, 1, 0.5m, 0.5m), new(PostField.Products, PostRules.ProductWithPlace, 0)));
        }

        var reel = PaperPost.Of(ContainerKind.Reel);
        yield return ("a product twice", (
            reel.About(0, i => i with { Products = [new("1"), new("2")] }), reel.About(0, i => i with { Products = [new("1"), new("1")] }), new(PostField.Products, PostRules.ProductTwice, 0)));
    }

    private static IEnumerable<(string Name, Limit Limit)> Sounds()
    {
        foreach (var kind in new[] { ContainerKind.Reel, ContainerKind.TrialReel })
        {
            foreach (var (inside, outside) in new[] { ((100, 0), (101, 0)), ((0, 100), (0, 101)), ((0, 0), (-1, 0)), ((50, 0), (50, -1)) })
                yield return ($"volumes {outside}, {kind}", (Sounding(kind, inside), Sounding(kind, outside), new(PostField.Audio, PostRules.AudioVolume)));
            yield return ($"sound or name, {kind}", (
                Sounding(kind, (80, 20)), Sounding(kind, (80, 20)).Choosing(o => o with { AudioName = "Oven hum" }), new(PostField.AudioName, PostRules.AudioOrName)));
        }
    }

    private static IEnumerable<(string Name, Limit Limit)> Pictures()
    {
        yield return ("bytes of a picture", Media(MediaRule.TooLarge, 0, PaperPost.With(PostKind.Post, PaperPost.Picture(bytes: 8_000_000)), PaperPost.With(PostKind.Post, PaperPost.Picture(bytes: 8_000_001))));
        yield return ("bytes of a picture of a carousel", Media(MediaRule.TooLarge, 1, Pair(PaperPost.Picture(bytes: 8_000_000)), Pair(PaperPost.Picture(bytes: 8_000_001))));
        yield return ("bytes of a story's picture", Media(MediaRule.TooLarge, 0, PaperPost.With(PostKind.Story, PaperPost.Picture(bytes: 8_000_000)), PaperPost.With(PostKind.Story, PaperPost.Picture(bytes: 8_000_001))));
        yield return ("bytes of a cover", (
            PaperPost.Of(ContainerKind.Reel).Covered(PaperPost.Picture(bytes: 8_000_000)), PaperPost.Of(ContainerKind.Reel).Covered(PaperPost.Picture(bytes: 8_000_001)),
            new(PostField.Cover, PostRules.CoverTooLarge)));
        yield return ("narrowest picture", Media(MediaRule.TooTall, 0, PaperPost.With(PostKind.Post, PaperPost.Picture(1080, 1350)), PaperPost.With(PostKind.Post, PaperPost.Picture(1080, 1352))));
        yield return ("widest picture", Media(MediaRule.TooWide, 0, PaperPost.With(PostKind.Post, PaperPost.Picture(1910, 1000)), PaperPost.With(PostKind.Post, PaperPost.Picture(1912, 1000))));
        yield return ("narrowest picture of a carousel", Media(MediaRule.TooTall, 1, Pair(PaperPost.Picture(1080, 1350)), Pair(PaperPost.Picture(1080, 1352))));
        yield return ("widest picture of a carousel", Media(MediaRule.TooWide, 1, Pair(PaperPost.Picture(1910, 1000)), Pair(PaperPost.Picture(1912, 1000))));
    }

    private static IEnumerable<(string Name, Limit Limit)> Films()
    {
        (string Name, Func<MediaItem, PaperPost> Make, int Item, double Longest, long Bytes, int Narrowest)[] places =
        [
            ("reel", film => PaperPost.With(PostKind.Reel, film), 0, 900, 300_000_000, 20),
            ("trial reel", film => PaperPost.With(PostKind.Reel, film).Choosing(o => o with { Graduation = GraduationStrategy.Performance }), 0, 900, 300_000_000, 20),
            ("carousel", Pair, 1, 60, 300_000_000, 20),
            ("story", film => PaperPost.With(PostKind.Story, film), 0, 60, 100_000_000, 200),
        ];
        foreach (var (name, make, item, longest, bytes, narrowest) in places)
        {
            yield return ($"shortest film, {name}", Media(MediaRule.TooShort, item, make(PaperPost.Film(3)), make(PaperPost.Film(2.9))));
            yield return ($"longest film, {name}", Media(MediaRule.TooLong, item, make(PaperPost.Film(longest)), make(PaperPost.Film(longest + 0.1))));
            yield return ($"bytes of a film, {name}", Media(MediaRule.TooLarge, item, make(PaperPost.Film(bytes: bytes)), make(PaperPost.Film(bytes: bytes + 1))));
            yield return ($"narrowest film, {name}", Media(MediaRule.TooTall, item, make(PaperPost.Film(width: narrowest, height: 2000)), make(PaperPost.Film(width: narrowest - 1, height: 2000))));
            yield return ($"widest film, {name}", Media(MediaRule.TooWide, item, make(PaperPost.Film(width: 1900, height: 190)), make(PaperPost.Film(width: 1901, height: 190))));
        }

        foreach (var kind in new[] { ContainerKind.Reel, ContainerKind.TrialReel })
        {
            yield return ($"first moment for a cover, {kind}", (Moment(kind, 0), Moment(kind, -0.001), new(PostField.Cover, PostRules.CoverOutsideVideo)));
            yield return ($"last moment for a cover, {kind}", (Moment(kind, 9.999), Moment(kind, 10), new(PostField.Cover, PostRules.CoverOutsideVideo)));
        }
    }

    private static IEnumerable<(string Name, Limit Limit)> Shapes()
    {
        var post = PaperPost.Of(ContainerKind.Image);
        yield return ("most items", (Pictures(10), Pictures(11), new(PostField.Media, PostRules.TooManyItems)));
        yield return ("least items of a post", (Pictures(1), Pictures(0), new(PostField.Media, PostRules.PictureMissing)));
        yield return ("least items of a reel", (PaperPost.With(PostKind.Reel, PaperPost.Film()), PaperPost.With(PostKind.Reel), new(PostField.Media, PostRules.VideoMissing)));
        yield return ("items of a reel", (PaperPost.With(PostKind.Reel, PaperPost.Film()), PaperPost.With(PostKind.Reel, PaperPost.Film(), PaperPost.Film()), new(PostField.Media, PostRules.ReelIsOneVideo)));
        yield return ("items of a story", (PaperPost.With(PostKind.Story, PaperPost.Film()), PaperPost.With(PostKind.Story, PaperPost.Film(), PaperPost.Film()), new(PostField.Media, PostRules.StoryIsOneItem)));
        yield return ("film of a reel", (PaperPost.Of(ContainerKind.Reel), PaperPost.With(PostKind.Reel, PaperPost.Picture()), new(PostField.Media, PostRules.ReelNeedsVideo, 0)));
        yield return ("film in the feed", (Pair(PaperPost.Film()), PaperPost.With(PostKind.Post, PaperPost.Film()), new(PostField.Media, PostRules.VideoIsReel, 0)));
        yield return ("an item of the library", (post, post with { Media = [] }, new(PostField.Media, PostRules.PictureMissing, 0)));
        yield return ("a cover of the library", (
            PaperPost.Of(ContainerKind.Reel).Covered(PaperPost.Picture()), PaperPost.Of(ContainerKind.Reel).Covered(PaperPost.Film()), new(PostField.Cover, PostRules.CoverMissing)));
        yield return ("slot", (post with { Slot = PaperPost.Now }, post with { Slot = PaperPost.Now.AddTicks(-1) }, new(PostField.Slot, PostRules.SlotInThePast)));
        yield return ("no slot", (post, post with { Slot = null }, new(PostField.Slot, PostRules.SlotMissing)));
        yield return ("no account", (post, post with { Login = null }, new(PostField.Account, PostRules.AccountMissing)));
        yield return ("comments", (
            post.Choosing(o => o with { CommentsOff = true }), post.Choosing(o => o with { CommentsOff = true, FirstComment = "First" }),
            new(PostField.FirstComment, PostRules.CommentsAreOff)));
    }

    [Fact]
    public void A_story_fills_the_screen_whatever_its_picture_is() =>
        PaperPost.With(PostKind.Story, PaperPost.Picture(100, 2000)).Objections.Concat(PaperPost.With(PostKind.Story, PaperPost.Picture(2000, 100)).Objections).ShouldBeEmpty();

    [Fact]
    public void What_is_around_a_caption_does_not_count() => PaperPost.Of(ContainerKind.Image).Saying($"  {new string('x', 2200)}\r\n ").Objections.ShouldBeEmpty();

    private static Limit Media(MediaRule rule, int item, PaperPost inside, PaperPost outside) => (inside, outside, new(PostField.Media, PostRules.Of(rule), item));

    private static PaperPost Pair(MediaItem second) => PaperPost.With(PostKind.Post, PaperPost.Picture(), second);

    private static PaperPost Pictures(int count) => PaperPost.With(PostKind.Post, [.. Enumerable.Range(0, count).Select(_ => PaperPost.Picture())]);

    private static PaperPost Moment(ContainerKind kind, double seconds) => PaperPost.Of(kind).Choosing(o => o with { CoverAt = TimeSpan.FromSeconds(seconds) });

    private static PaperPost Poll(ContainerKind kind, int answers) => PaperPost.Of(kind).Choosing(o => o with { Poll = new PostPoll { Options = Handles(answers) } });

    private static PaperPost Sounding(ContainerKind kind, (int Track, int Own) volume) =>
        PaperPost.Of(kind).Choosing(o => o with { Audio = new PostAudio("7", "Waltz") { AudioVolume = volume.Track, VideoVolume = volume.Own } });

    private static PaperPost Marked(ContainerKind kind, int products, decimal? x, decimal? y) =>
        PaperPost.Of(kind).About(0, i => i with { Products = [.. Enumerable.Range(1, products).Select(p => new ProductMark($"{p}", null, x, y))] });

    private static PaperPost At(ContainerKind kind, decimal? x, decimal? y) => PaperPost.Of(kind).About(0, i => i with { People = [new PersonTag("ana", x, y)] });

    private static PersonTag[] Tags(int count, bool placed) =>
        [.. Enumerable.Range(0, count).Select(i => placed ? new PersonTag($"p{i}", 0.5m, 0.5m) : new PersonTag($"p{i}"))];

    private static string[] Handles(int count) => [.. Enumerable.Range(0, count).Select(i => $"h{i}")];

    private static string Many(string word, int count) => string.Join(' ', Enumerable.Repeat(word, count));
}
