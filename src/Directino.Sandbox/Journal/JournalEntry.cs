namespace Directino.Sandbox.Journal;

/// <summary>One line of the journal: what happened, when, by whom, within which request.</summary>
public sealed record JournalEntry(long Seq, DateTimeOffset Time, string Actor, string? Request, Effect Effect);

/// <summary>Who made an effect.</summary>
public static class Actors
{
    /// <summary>An app, by a call of the API.</summary>
    public const string Api = "api";

    /// <summary>One of the people, by an act.</summary>
    public const string Person = "person";

    /// <summary>The owner of an account, in Instagram itself (consent, settings).</summary>
    public const string Owner = "owner";

    /// <summary>The tester, by the control routes.</summary>
    public const string Control = "control";

    /// <summary>Instagram itself (webhook delivery, expiry).</summary>
    public const string Platform = "platform";
}
