using Directino.Instagram;
using Directino.Instagram.Errors;

namespace Directino.Ledger;

/// <summary>The name under which an error of Instagram's is kept and explained: <c>MediaRefusedException</c> is <c>media-refused</c>.</summary>
public static class Reasons
{
    public static string Of(InstagramException error)
    {
        var name = error.GetType().Name.Replace("Exception", "", StringComparison.Ordinal);
        return string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : "-") + char.ToLowerInvariant(c) : c.ToString()));
    }
}
