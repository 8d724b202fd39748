using Directino.Sandbox.Journal;
using Directino.Sandbox.Media;

namespace Directino.Sandbox.Phone;

/// <summary>One story, for the day it lives.</summary>
internal static class PhoneStory
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(24);

    public static bool IsAlive(MediaPost post, DateTimeOffset now) => post.ProductType == "STORY" && now - post.Timestamp < Life;

    public static Html Render(PhoneState state, WorldState world, MediaPost story, DateTimeOffset now)
    {
        var words = state.Words;
        if (!IsAlive(story, now)) return Html.Of($"""{PhonePost.Bar(state, world, "story")}<div class="scroll"><p class="empty">{words["storyover"]}</p></div>""");
        return Html.Of($"""
            {PhonePost.Bar(state, world, "story")}
            <div class="scroll story" tabindex="-1" data-testid="phone-story-open">
            <div class="by">{PhonePage.Face(state, state.Page.PictureFile, state.Page.Name, "small")}<p><b dir="ltr">{state.Page.Username}</b> <time datetime="{story.Timestamp.UtcDateTime.ToString("O")}">{words.Age(now - story.Timestamp)}</time></p>{PhoneLabels.Chips(words, story)}</div>
            {PhoneShot.One(state, story, 1, 1)}
            </div>
            """);
    }
}
