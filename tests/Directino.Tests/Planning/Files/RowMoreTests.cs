using Directino.Media;
using Directino.Planning;
using Directino.Planning.Files;
using Microsoft.Extensions.Time.Testing;

namespace Directino.Tests.Planning.Files;

/// <summary>What a plan's file has no column for goes out in one cell and comes in again.</summary>
public sealed class RowMoreTests
{
    private static readonly ItemContent Item = new(MediaItemId.New(new FakeTimeProvider()));

    [Fact]
    public void Products_and_polls_come_in_as_they_went_out()
    {
        var content = PostContent.Empty with
        {
            Items = [Item with { Products = [new ProductMark("7", "Rye", 0.25m, 0.5m)] }, Item],
            Options = new() { Poll = new PostPoll { Options = ["Rye", "Wheat"], StaysOpen = true } },
        };
        var more = RowMore.Read(RowMore.Write(content))!;
        more.Options.ShouldBe(content.Options);
        more.Products!.Select(p => p.ToArray()).ShouldBe([[new ProductMark("7", "Rye", 0.25m, 0.5m)], []]);
        RowMore.Read(RowMore.Write(PostContent.Empty with { Items = [Item], Options = new() { CommentPrompt = true } }))!.ShouldSatisfyAllConditions(
            m => m.Options.CommentPrompt.ShouldBeTrue(), m => m.Products.ShouldBeNull());
        RowMore.Write(PostContent.Empty with { Items = [Item] }).ShouldBe("");
    }

    [Fact]
    public void A_sound_comes_in_as_it_went_out_and_as_loud_as_can_be_where_nothing_is_said()
    {
        var options = new PostChoices { Audio = new("7", "Waltz", "Trio") { AudioVolume = 0, VideoVolume = 35 } };
        RowMore.Read(RowMore.Write(PostContent.Empty with { Items = [Item], Options = options }))!.Options.ShouldBe(options);
        RowMore.Read("""{"options":{"audio":{"audioId":"7"}},"people":[]}""")!.Options.Audio.ShouldBe(new PostAudio("7") { AudioVolume = 100, VideoVolume = 100 });
    }

    [Theory]
    [InlineData("""{"options":{"audio":{"title":"Waltz"}},"people":[]}""")]
    [InlineData("""{"options":{"poll":{"options":null}},"people":[]}""")]
    [InlineData("""{"options":{},"people":[],"products":[null]}""")]
    [InlineData("""{"options":{},"people":[],"products":[[{"name":"Rye"}]]}""")]
    public void What_somebody_else_wrote_is_not_taken(string text) => RowMore.Read(text).ShouldBeNull();
}
