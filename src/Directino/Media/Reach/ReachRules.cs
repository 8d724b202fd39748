namespace Directino.Media.Reach;

/// <summary>Names of what keeps Instagram from fetching a file by its link. Resources hold the words under <c>Rule.{name}</c>.</summary>
public static class ReachRules
{
    /// <summary>The public address is one of this machine or its network, and Instagram is elsewhere.</summary>
    public const string Private = "reach-private";

    /// <summary>No such name.</summary>
    public const string Name = "reach-name";

    /// <summary>Nothing listens there, or no way leads there.</summary>
    public const string Closed = "reach-closed";

    /// <summary>The connection ended without an answer, or with one that is none of the web.</summary>
    public const string NoAnswer = "reach-no-answer";
    public const string TooSlow = "reach-too-slow";
    public const string Certificate = "reach-certificate";
    public const string Redirect = "reach-redirect";

    /// <summary>Something in front asks for a name and password.</summary>
    public const string Password = "reach-password";

    /// <summary>Something in front lets programs of strangers not in.</summary>
    public const string Forbidden = "reach-forbidden";

    /// <summary>Something in front does not know the address: it passes on only a part of this installation, or another one.</summary>
    public const string NotFound = "reach-not-found";
    public const string ServerError = "reach-server-error";

    /// <summary>Any other status than 200.</summary>
    public const string Status = "reach-status";

    /// <summary>Something else than the file, mostly a page to sign in.</summary>
    public const string WrongType = "reach-wrong-type";

    /// <summary>Not all of the file arrives, or more.</summary>
    public const string CutShort = "reach-cut-short";

    /// <summary>A <c>robots.txt</c> keeps Meta's fetcher out, and it obeys.</summary>
    public const string Robots = "reach-robots";

    /// <summary>What lies in the way to this installation, whichever file is asked for.</summary>
    public static bool IsOfTheWay(string rule) => rule is Private or Name or Closed or NoAnswer or TooSlow or Certificate or Redirect or Password or Forbidden or ServerError or Robots;
}

/// <param name="Rule">One of <see cref="ReachRules"/>.</param>
/// <param name="Detail">The status or type that was answered, where there is one.</param>
public sealed record ReachFault(string Rule, string? Detail = null);

/// <summary>Whether a file, or the installation itself, was reached.</summary>
/// <param name="Item">The file; null when the installation was asked for.</param>
/// <param name="Fault">Null when Instagram can fetch it, as far as can be seen from here.</param>
public sealed record ReachReading(MediaItemId? Item, ReachFault? Fault, DateTimeOffset At);
