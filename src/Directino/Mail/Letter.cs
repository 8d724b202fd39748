namespace Directino.Mail;

/// <summary>A mail to one person: plain text with an optional link that the text leads to.</summary>
/// <param name="To">The address.</param>
/// <param name="Subject">In one line.</param>
/// <param name="Text">What it says.</param>
/// <param name="Link">What it leads to.</param>
public sealed record Letter(string To, string Subject, string Text, Uri? Link = null)
{
    /// <summary>The workspace whose business it is; its managers may read it in the mail folder. Null: only the addressee may.</summary>
    public Guid? Workspace { get; init; }

    /// <summary>Its link gives an owner's rights, so in the mail folder only owners may read it.</summary>
    public bool ForOwners { get; init; }

    /// <summary>What stands below the link, in small type so to speak.</summary>
    public string? Footer { get; init; }

    /// <summary>Names the letter. In the mail folder the same letter lies once, however often it is sent.</summary>
    public Guid? Id { get; init; }
}
