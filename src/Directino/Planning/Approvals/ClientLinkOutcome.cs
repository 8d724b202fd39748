namespace Directino.Planning.Approvals;

/// <summary>What became of the wish for a link.</summary>
public abstract record ClientLinkOutcome
{
    private ClientLinkOutcome() { }

    /// <param name="Link">The link.</param>
    /// <param name="Secret">What opens it; told this once.</param>
    public sealed record Made(ClientLink Link, string Secret) : ClientLinkOutcome;

    /// <param name="Rule">A rule of <see cref="ClientLinkRules"/>, or why a post can't be asked about.</param>
    /// <param name="Post">The post it is about; null when it is about the link.</param>
    public sealed record Refused(string Rule, PostId? Post = null) : ClientLinkOutcome;
}

/// <summary>Names of the rules of clients' links. Resources hold their words under <c>Rule.{name}</c>.</summary>
public static class ClientLinkRules
{
    /// <summary>Who makes it does not say whom it is for.</summary>
    public const string ForMissing = "client-for-missing";

    /// <summary>Who decides does not say who they are.</summary>
    public const string NameMissing = "client-name-missing";
    public const string NameTooLong = "client-name-too-long";
    public const string PostsMissing = "client-posts-missing";
    public const string TooManyPosts = "client-posts-too-many";
    public const string DaysOutside = "client-days-outside";

    /// <summary>The workspace does not wait for a client's word.</summary>
    public const string NotAsked = "client-not-asked";

    /// <summary>It has ended, was withdrawn or never was one.</summary>
    public const string Dead = "client-link-dead";
}
