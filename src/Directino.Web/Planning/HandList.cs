using Directino.Instagram.Publishing;
using Directino.Planning;
using Directino.Web.Layout;
using Directino.Web.Words;
using Microsoft.Extensions.Localization;

namespace Directino.Web.Planning;

/// <summary>What whoever posts by hand must not forget, as the author planned it.</summary>
public static class HandList
{
    /// <summary>What is copied into Instagram's app, with the id of its field.</summary>
    public static IEnumerable<(string Name, string Text, string Id)> Copies(Post post, IStringLocalizer<PlanningWords> words)
    {
        var options = post.Options;
        if (post.Caption.Length > 0)
            yield return (words["Caption"], post.Caption, "hand-caption");
        if (options.FirstComment is { } comment)
            yield return (words["FirstComment"], comment, "hand-comment");
        foreach (var (place, item) in post.Content.Items.Index())
        {
            string Of(string name) => post.Items.Count > 1 ? $"{words["ItemNumber", Numbers.Say(place + 1)].Value} {words[name].Value}" : words[name].Value;
            if (item.AltText is { } alt)
                yield return (Of("AltText"), alt, $"hand-alt-{place}");
            if (item.People.Count > 0)
                yield return (Of("HandPeople"), string.Join(' ', item.People.Select(p => $"@{p.Username}")), $"hand-people-{place}");
            if (item.Products.Count > 0)
                yield return (Of("Products"), string.Join(", ", item.Products.Select(p => p.Name ?? p.ProductId)), $"hand-products-{place}");
        }

        if ((options.LocationName ?? options.LocationId) is { } location)
            yield return (words["Location"], location, "hand-place");
        if (options.Collaborators.Count > 0)
            yield return (words["Collaborators"], string.Join(' ', options.Collaborators.Select(c => $"@{c}")), "hand-collaborators");
        if (options.Poll is { } poll)
            yield return (words["Poll"], string.Join('\n', poll.Options), "hand-poll");
        if (options.AudioName is { } audio)
            yield return (words["AudioName"], audio, "hand-audio");
        if (options.Audio is { } sound)
            yield return (words["Audio"], sound.Name, "hand-sound");
    }

    /// <summary>What is switched in Instagram's app.</summary>
    public static IEnumerable<string> Reminders(PostChoices options, IStringLocalizer<PlanningWords> words)
    {
        if (options.AiGenerated)
            yield return words["AiLabel"];
        if (options.PaidPartnership)
            yield return string.Join(' ', options.SponsorIds.Prepend(words["PaidPartnership"].Value));
        if (options.CommentsOff)
            yield return words["CommentsOff"];
        if (options.CommentPrompt)
            yield return words["CommentPrompt"];
        if (options.Graduation is { } end)
            yield return $"{words["TrialReel"].Value}: {words[end == GraduationStrategy.Manual ? "GraduatesManual" : "GraduatesByPerformance"].Value}";
        if (options.ShareToFeed is { } shared)
            yield return words[shared ? "FeedAndReels" : "ReelsOnly"];
        if (options.Audio is { } sound and not { AudioVolume: InstagramLimits.VolumeMost, VideoVolume: InstagramLimits.VolumeMost })
            yield return words["HandVolumes", Numbers.Say(sound.AudioVolume), Numbers.Say(sound.VideoVolume)];
        if (options.Cover is not null || options.CoverAt is not null)
            yield return options.CoverAt is { } at && options.Cover is null ? $"{words["CoverAt"].Value}: {PlanningText.Length(at)}" : words["HandCover"].Value;
    }
}
