using System.ComponentModel.DataAnnotations;

namespace Directino.Inbox;

/// <summary>Section <c>Inbox</c>.</summary>
public sealed class InboxOptions
{
    /// <summary>Meta granted the app the <em>Human Agent</em> feature, so members may answer for 7 days. Default: false.</summary>
    public bool HumanAgent { get; set; }

    /// <summary>How often Instagram is asked whether anything was missed. Default: one hour.</summary>
    public TimeSpan GapCheckEvery { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How many of the newest posts are searched for comments. Default: 25.</summary>
    [Range(1, 100)]
    public int PostsToSearch { get; set; } = 25;

    /// <summary>How many of the newest conversations are read when an account is connected. Default: 50.</summary>
    [Range(0, 500)]
    public int ConversationsToRead { get; set; } = 50;
}
