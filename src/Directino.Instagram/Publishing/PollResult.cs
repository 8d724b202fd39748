using System.Text.Json;
using Directino.Instagram.Wire;

namespace Directino.Instagram.Publishing;

/// <summary>How the poll below a caption stands (publishing.md section 13).</summary>
/// <param name="Answers">Two to four, in order.</param>
/// <param name="EndsAt">When nobody can vote any more; null when not told, as while it is meant to stay open.</param>
public sealed record PollResult(IReadOnlyList<PollAnswer> Answers, DateTimeOffset? EndsAt)
{
    private const int Most = InstagramLimits.PollOptionsMost;

    /// <summary>Null when there is no poll, however that is said.</summary>
    internal static PollResult? Of(JsonElement answer)
    {
        var poll = Loose.Object(answer, "poll_attachment") ?? Loose.Object(answer, "data") ?? answer;
        var answers = new List<PollAnswer>();
        for (var letter = 'a'; letter < 'a' + Most; letter++)
        {
            if (Loose.Text(poll, $"option_{letter}") is { Length: > 0 } text) answers.Add(new PollAnswer(text, Loose.Number(poll, $"option_{letter}_votes_percentage")));
        }

        return answers.Count == 0 ? null : new PollResult(answers, LenientText.ParseTime(Loose.Text(poll, "expiration_timestamp")));
    }
}

/// <summary>One answer of a poll.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Share">Its part of the votes, 0 to 1; null when not told.</param>
public sealed record PollAnswer(string Text, decimal? Share);
