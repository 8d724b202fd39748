using Directino.Sandbox.Journal;
using Directino.Sandbox.Media;

namespace Directino.Sandbox.Phone;

/// <summary>The poll below a caption: answers to tap, and how it stands as soon as one has voted or it is over.</summary>
internal static class PhonePoll
{
    public static Html Render(PhoneState state, WorldState world, MediaPost post, DateTimeOffset now)
    {
        var (words, poll) = (state.Words, post.Details.Poll);
        if (poll.Count == 0) return Html.Empty;
        var (votes, shares, over) = (world.PollVotes.GetValueOrDefault(post.Id), PollResource.Shares(world, post), PollResource.EndOf(post) <= now);
        int? mine = votes is not null && votes.TryGetValue(state.As.Id, out var choice) ? choice : null;
        var told = mine is not null || over;
        return Html.Of($"""
            <div id="live-poll" data-live><ul class="poll" aria-label="{words["poll"]}" data-testid="phone-poll">{Html.Join(poll.Select((option, i) => Html.Of($"""
            <li>{(over ? Plain(words, option, shares[i]) : Button(state, option, i, mine == i, told ? shares[i] : null))}</li>
            """)))}</ul><p class="extra">{words.Say("votes", words.Number(votes?.Count ?? 0))}{Html.When(over, () => Html.Of($""" · {words["pollover"]}"""))}</p></div>
            """);
    }

    private static Html Button(PhoneState state, string option, int index, bool mine, decimal? share) => Html.Of($"""
        <form class="vote" method="post" action="{state.Do("votes")}"><input type="hidden" name="text" value="{index}"><button aria-pressed="{(mine ? "true" : "false")}" data-testid="phone-vote-{index}">{Said(state.Words, option, share)}</button><p class="failed" role="alert" hidden></p></form>
        """);

    private static Html Plain(PhoneWords words, string option, decimal share) => Html.Of($"""<span class="closed-option">{Said(words, option, share)}</span>""");

    private static Html Said(PhoneWords words, string option, decimal? share) => Html.Of($"""
        <span dir="auto">{option}</span>{Html.When(share is not null, () => Html.Of($"""<b>{words.Say("percent", words.Number((long)Math.Round(share!.Value * 100)))}</b>"""))}
        """);
}
