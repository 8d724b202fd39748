using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Directino.Sandbox.Journal;

/// <summary>
/// Ids that look like Meta's: numeric text beyond 2^53, another range for each kind. Seeded things take their own
/// range, so that a seed that grows never meets an id of a journal written before.
/// </summary>
internal static class Ids
{
    public static string Account(long n, bool seeded) => Numbered("17841", 12, n, seeded);
    public static string AppScoped(long n, bool seeded) => Numbered("27001", 12, n, seeded);
    public static string SelfScoped(long n, bool seeded) => Numbered("9988", 12, n, seeded);
    public static string Page(long n, bool seeded) => Numbered("1040", 11, n, seeded);
    public static string FacebookUser(long n, bool seeded) => Numbered("1022", 13, n, seeded);
    public static string Media(long n, bool seeded) => Numbered("1800", 13, n, seeded);
    public static string Container(long n) => Numbered("1789", 13, n, seeded: false);
    public static string Comment(long n, bool seeded) => Numbered("1790", 13, n, seeded);

    public static string Mid(long n, bool seeded) => "aWdfZAG1faXRlbToxOklHTWVzc2FnZA" + Base64Url.EncodeToString(Encoding.ASCII.GetBytes((seeded ? "s" : "m") + n.ToString("D9", CultureInfo.InvariantCulture)));

    public static string Conversation(string account, string person) =>
        "aWdfZAG06MTpJR01lc3NhZA2VUaHJlYWQ6" + Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(account + "/" + person)).AsSpan(0, 12));

    public static string Scoped(string person, string account)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(person + "@" + account));
        return "12" + (BitConverter.ToUInt64(hash) % 100_000_000_000_000UL).ToString("D14", CultureInfo.InvariantCulture);
    }

    public static string Shortcode(string mediaId) =>
        "C" + Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(mediaId)).AsSpan(0, 7));

    private static string Numbered(string prefix, int digits, long n, bool seeded) =>
        prefix + ((seeded ? 0L : (long)Math.Pow(10, digits - 2)) + n).ToString("D" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
