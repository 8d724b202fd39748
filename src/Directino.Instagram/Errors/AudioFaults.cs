namespace Directino.Instagram.Errors;

/// <summary>The subcodes of the catalogue of sounds (publishing.md section 12). Meta numbers them and says of most no more than that the request is wrong.</summary>
public static class AudioFaults
{
    internal const int First = 9050;
    internal const int Last = 9064;

    /// <summary>Meta has not released the catalogue to the app.</summary>
    public const int NotReleased = 9053;

    /// <summary>Whether Meta refused a sound, or a search for one.</summary>
    public static bool Has(int? subcode) => subcode is >= First and <= Last;
}
