namespace Directino.Web.Layout;

/// <summary>An Instagram account as the switcher shows it.</summary>
public sealed record AccountChoice(string Id, string Handle, string? Picture = null, bool NeedsReconnect = false);
