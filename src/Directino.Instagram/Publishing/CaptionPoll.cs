namespace Directino.Instagram.Publishing;

/// <summary>A poll below the caption: two to four answers.</summary>
/// <param name="A">First answer.</param>
/// <param name="B">Second answer.</param>
/// <param name="C">Third answer.</param>
/// <param name="D">Fourth answer; only with a third.</param>
/// <param name="StaysOpen">Stays open instead of three days.</param>
public sealed record CaptionPoll(string A, string B, string? C = null, string? D = null, bool StaysOpen = false);

internal sealed record PollWire(string OptionA, string OptionB, string? OptionC, string? OptionD);
