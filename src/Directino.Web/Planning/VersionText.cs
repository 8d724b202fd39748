using Directino.Instagram.Publishing;
using Directino.Planning;
using Directino.Planning.Versions;
using Directino.Web.Layout;
using Directino.Web.Words;
using Microsoft.Extensions.Localization;

namespace Directino.Web.Planning;

/// <summary>Says what became another between two versions of a post.</summary>
public sealed class VersionText(IStringLocalizer<VersionWords> words, IStringLocalizer<PlanningWords> planning)
{
    private static readonly PostChanges[] Each = [.. Enum.GetValues<PostChanges>().Where(c => c != PostChanges.None)];

    public static string Address(PostId post, int? number = null, bool now = false) =>
        $"/plan/posts/{post}/versions{(number is null ? "" : $"?version={number}{(now ? "&against=now" : "")}")}";

    /// <summary>The short words of what changed.</summary>
    public IReadOnlyList<string> Changes(PostChanges changes) => [.. Each.Where(c => changes.HasFlag(c)).Select(c => words[$"Changed.{c}"].Value)];

    /// <summary>The options that differ, with what they said.</summary>
    public IReadOnlyList<OptionChange> Options(PostChoices before, PostChoices after)
    {
        var told = Told(before).Zip(Told(after), (b, a) => new OptionChange(b.Name, b.Value, a.Value)).Where(o => o.Before != o.After);
        return [.. told];
    }

    private IEnumerable<(string Name, string? Value)> Told(PostChoices o) =>
    [
        (planning["Location"], o.LocationName ?? o.LocationId),
        (planning["Collaborators"], o.Collaborators.Count == 0 ? null : string.Join(' ', o.Collaborators.Select(c => $"@{c}"))),
        (planning["FirstComment"], o.FirstComment),
        (planning["CommentsOff"], Said(o.CommentsOff)),
        (planning["AiLabel"], Said(o.AiGenerated)),
        (planning["PaidPartnership"], o.PaidPartnership ? string.Join(' ', o.SponsorIds.Prepend(words["Yes"])) : null),
        (planning["CoverAt"], o.CoverAt is { } at ? PlanningText.Length(at) : null),
        (planning["ShareToFeed"], o.ShareToFeed is { } shared ? words[shared ? "InFeedToo" : "ReelsOnly"].Value : null),
        (planning["AudioName"], o.AudioName),
        (planning["Audio"], o.Audio is { } audio ? $"{audio.Name} ({planning["HandVolumes", Numbers.Say(audio.AudioVolume), Numbers.Say(audio.VideoVolume)].Value})" : null),
        (words["Trial"], o.Graduation is { } end ? planning[end == GraduationStrategy.Manual ? "GraduatesManual" : "GraduatesByPerformance"].Value : null),
        (planning["Poll"], o.Poll is { } poll ? string.Join(" · ", poll.StaysOpen ? [.. poll.Options, planning["PollStaysOpen"]] : poll.Options) : null),
        (planning["CommentPrompt"], Said(o.CommentPrompt)),
        (planning["ByHand"], Said(o.ByHand)),
    ];

    private string? Said(bool on) => on ? words["Yes"].Value : null;
}

/// <summary>An option that says something else.</summary>
/// <param name="Before">Null where nothing was said.</param>
public sealed record OptionChange(string Name, string? Before, string? After);
