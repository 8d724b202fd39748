namespace Directino.Web.Access;

/// <summary>What somebody types to sign up.</summary>
public sealed class SignUpInput
{
    public string? Name { get; set; }

    public string? Email { get; set; }

    public string? Password { get; set; }

    public bool IsOldEnough { get; set; }

    public bool AcceptsPolicy { get; set; }

    /// <summary>The browser's zone, filled in by the page's script; without it UTC, changeable later.</summary>
    public string? Zone { get; set; }
}
