namespace Directino.Web.Access;

/// <summary>What the cookie says; the role is read from the database, so that a change holds at once.</summary>
public static class VisitorClaims
{
    public const string Person = "directino:person";
    public const string Workspace = "directino:workspace";

    /// <summary>The person's security stamp: when it changes, older cookies end.</summary>
    public const string Stamp = "directino:stamp";

    /// <summary>The API key with which a program asks; no cookie has it, nor the two below.</summary>
    public const string Key = "directino:key";

    public const string KeyName = "directino:key-name";

    public const string KeyRole = "directino:key-role";
}
