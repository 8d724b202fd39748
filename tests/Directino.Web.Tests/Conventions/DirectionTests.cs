using System.Text.RegularExpressions;

namespace Directino.Web.Tests.Conventions;

/// <summary>Who may know whom inside the product: each feature what stands before it, none its neighbour.</summary>
public sealed partial class DirectionTests
{
    /// <summary>
    /// Connecting stands between Accounts and what keeps its promises later: the things of Accounts know neither ledger nor due index,
    /// the way through Instagram's login sets due items. Intake waits in the ledger's lanes and is woken by the same hand.
    /// </summary>
    private static readonly Dictionary<string, int> Place = new(StringComparer.Ordinal)
    {
        ["Accounts"] = 0, ["Ledger"] = 1, ["Notifications"] = 2, ["Intake"] = 3, ["Idempotency"] = 3, ["Accounts.Connecting"] = 3, ["Labels"] = 3, ["Media"] = 4, ["Insights"] = 4,
        ["Planning"] = 5, ["Inbox"] = 5, ["Publishing"] = 6, ["Automation"] = 6,
    };

    /// <summary>Everybody may use these; they know no feature, but for the ids of Accounts that mark whose a row is.</summary>
    private static readonly HashSet<string> Ground = ["Persistence", "Privacy", "Mail", "Instagram"];

    [Fact]
    public void Features_know_only_what_stands_before_them()
    {
        var flaws = new List<string>();
        foreach (var file in Repository.Files("src/Directino", ".cs"))
        {
            var from = PartOf(string.Join('.', file.Split('/')[2..^1]));
            // Index files bring things together, Hosting brings together the index files.
            if (from == "Hosting" || file.EndsWith("Module.cs", StringComparison.Ordinal))
                continue;
            flaws.AddRange(Usings().Matches(Repository.Read(file)).Select(m => PartOf(m.Groups[1].Value))
                .Where(to => !MayKnow(from, to)).Distinct().Select(to => $"{file} knows {to}"));
        }

        flaws.ShouldBeEmpty();
    }

    private static bool MayKnow(string from, string to) =>
        to == from || Ground.Contains(to) || (to == "Hosting")
        || (Ground.Contains(from) && to == "Accounts")
        || (Place.TryGetValue(from, out var here) && Place.TryGetValue(to, out var there) && there < here);

    private static string PartOf(string space) =>
        space.StartsWith("Accounts.Connecting", StringComparison.Ordinal) ? "Accounts.Connecting" : space.Split('.')[0];

    [GeneratedRegex(@"^using (?:static )?Directino\.([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Usings();
}
