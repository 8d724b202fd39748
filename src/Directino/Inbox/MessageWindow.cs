namespace Directino.Inbox;

/// <summary>Until when Instagram lets the account write to a person (API reference, messaging section 2).</summary>
public static class MessageWindow
{
    /// <summary>From the person's last qualifying act.</summary>
    public static readonly TimeSpan Standard = TimeSpan.FromHours(24);

    /// <summary>For texts a human writes, where Meta granted the <em>Human Agent</em> feature.</summary>
    public static readonly TimeSpan HumanAgent = TimeSpan.FromDays(7);

    /// <summary>The one private message a comment allows, from when the comment was written.</summary>
    public static readonly TimeSpan PrivateReply = TimeSpan.FromDays(7);

    /// <summary>Which window a message written now would use.</summary>
    public static WindowKind Of(Conversation conversation, DateTimeOffset now, bool byHuman, InboxOptions options) =>
        conversation.WindowEndsAt is { } end && now <= end ? WindowKind.Standard
        : byHuman && HumanAgentEndsAt(conversation, options) is { } late && now <= late ? WindowKind.HumanAgent
        : WindowKind.Closed;

    /// <summary>Null when the feature is off or the person never wrote.</summary>
    public static DateTimeOffset? HumanAgentEndsAt(Conversation conversation, InboxOptions options) =>
        options.HumanAgent && conversation.WindowEndsAt is { } end ? end - Standard + HumanAgent : null;
}

public enum WindowKind
{
    Closed,
    Standard,
    HumanAgent,
}
