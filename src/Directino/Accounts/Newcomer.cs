namespace Directino.Accounts;

/// <summary>Somebody who signs up, accepting the policy in force and being 16 or over: both were checked at the door.</summary>
/// <param name="Email">To sign in with.</param>
/// <param name="Password">Null for a guest, who can't sign in again.</param>
/// <param name="Name">As the person calls themselves.</param>
/// <param name="WorkspaceName">Name of the first workspace.</param>
/// <param name="TimeZone">IANA zone of the browser.</param>
/// <param name="Language">Language chosen, or null for the browser's.</param>
public sealed record Newcomer(string Email, string? Password, string Name, string WorkspaceName, string? TimeZone, string? Language);
