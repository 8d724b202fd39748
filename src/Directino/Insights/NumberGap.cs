namespace Directino.Insights;

/// <summary>Why a number is missing. A missing number is never 0. Resources hold the words under <c>Gap{name}</c>.</summary>
public enum NumberGap
{
    /// <summary>We have not asked for it yet.</summary>
    NotRead,

    /// <summary>Instagram is up to 48 hours late and may still tell it.</summary>
    NotYet,

    /// <summary>Instagram answered without it, and will not tell it any more.</summary>
    NotTold,

    /// <summary>Instagram does not serve this number here.</summary>
    Unsupported,

    /// <summary>The permission to read insights is missing.</summary>
    NoPermission,

    /// <summary>Instagram answered with an error.</summary>
    Trouble,

    /// <summary>The post is gone at Instagram, or is hidden from us.</summary>
    Gone,
}
