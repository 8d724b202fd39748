namespace Directino.Mail;

/// <summary>A mail to one person: plain text with an optional link that the text leads to.</summary>
public sealed record Letter(string To, string Subject, string Text, Uri? Link = null);
