using System.ComponentModel.DataAnnotations;

namespace Directino.Web.Access;

/// <summary>Section <c>Access</c>.</summary>
public sealed class AccessOptions
{
    /// <summary>How many times a minute one address may try to sign in, sign up, set a password or look around, or try API keys that are none. Default: 30.</summary>
    [Range(1, 100_000)]
    public int TriesPerMinute { get; set; } = 30;

    /// <summary>How many requests a minute one API key may make, in any minute. Default: 600.</summary>
    [Range(1, 1_000_000)]
    public int RequestsPerKey { get; set; } = 600;

    /// <summary>Whether strangers may sign up; otherwise only who was invited. Default: yes.</summary>
    public bool OpenSignUp { get; set; } = true;
}
