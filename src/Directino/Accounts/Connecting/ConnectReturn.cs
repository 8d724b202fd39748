namespace Directino.Accounts.Connecting;

/// <summary>What came back with the browser from Instagram's login.</summary>
/// <param name="State">The <c>state</c>, as sent.</param>
/// <param name="Code">The code, when the person agreed.</param>
/// <param name="Error">The error, when they did not or something was wrong.</param>
/// <param name="BrowserSecret">The secret in this browser's cookie.</param>
/// <param name="Person">Who is signed in here.</param>
public sealed record ConnectReturn(string? State, string? Code, string? Error, string? BrowserSecret, PersonId Person);
