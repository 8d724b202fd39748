using Directino.Sandbox.Insights;

namespace Directino.Sandbox.Cast;

/// <summary>One of the invented pages; its posts and conversations are in <c>Stories/{Username}.txt</c>.</summary>
internal sealed record CastPage
{
    public required string Username { get; init; }
    public required string Name { get; init; }
    public required string Picture { get; init; }
    public required string AccountType { get; init; }
    public required string Biography { get; init; }
    public required string Website { get; init; }
    public required int Followers { get; init; }
    public required int Follows { get; init; }

    /// <summary>How lively each weekday is, Sunday first.</summary>
    public required IReadOnlyList<double> Week { get; init; }
    public required Demographics Demographics { get; init; }

    /// <summary>It sells what <see cref="CastShop"/> holds.</summary>
    public bool HasShop { get; init; }

    public static readonly IReadOnlyList<CastPage> All =
    [
        new()
        {
            Username = "nora.bakes",
            Name = "Nora Bakes (Sandbox)",
            Picture = "page-nora",
            AccountType = "BUSINESS",
            Biography = "Bread, buns and one cake a day.\nThe red door, open when the lights are on.\nAn invented bakery of the sandbox.",
            Website = "https://nora.example/",
            Followers = 18_472,
            Follows = 311,
            HasShop = true,
            Week = [1.02, .78, .9, .97, 1.02, 1.16, 1.22],
            Demographics = new()
            {
                Age = Groups(("13-17", 202), ("18-24", 2_881), ("25-34", 6_920), ("35-44", 4_604), ("45-54", 2_290), ("55-64", 1_104), ("65+", 471)),
                Gender = Groups(("F", 12_061), ("M", 5_244), ("U", 1_167)),
                Country = Groups(("PT", 9_310), ("ES", 2_204), ("DE", 1_760), ("GB", 1_502), ("FR", 1_113), ("US", 905), ("SE", 640), ("IR", 412)),
                City = Groups(("Lisbon, Lisbon District", 6_120), ("Porto, Porto District", 1_204), ("Madrid, Community of Madrid", 870), ("Berlin, Berlin", 742), ("London, England", 690)),
                OnlineByHour = [5_600, 6_500, 6_900, 7_200, 7_600, 7_900, 7_700, 7_500, 7_400, 7_600, 8_100, 8_300, 8_000, 7_600, 7_000, 6_200, 5_400, 4_100, 3_000, 2_300, 1_900, 1_800, 2_300, 3_900],
                OnlineByWeekday = [1.04, .94, 1.06, 1, 1.02, .97, .96],
            },
        },
        new()
        {
            Username = "studio.terra",
            Name = "Studio Terra (Sandbox)",
            Picture = "page-terra",
            AccountType = "MEDIA_CREATOR",
            Biography = "Inês makes things out of mud.\nDrops on Fridays, tea on Saturdays.\nAn invented studio of the sandbox.",
            Website = "https://terra.example/drop",
            Followers = 62_118,
            Follows = 884,
            Week = [1.24, .92, .9, .95, .98, 1.05, 1.06],
            Demographics = new()
            {
                Age = Groups(("13-17", 1_020), ("18-24", 12_640), ("25-34", 25_830), ("35-44", 13_905), ("45-54", 5_610), ("55-64", 2_203), ("65+", 910)),
                Gender = Groups(("F", 41_470), ("M", 15_220), ("U", 5_428)),
                Country = Groups(("US", 14_300), ("PT", 8_120), ("DE", 6_450), ("GB", 6_010), ("JP", 4_700), ("BR", 4_230), ("IR", 2_960), ("FR", 2_840)),
                City = Groups(("Lisbon, Lisbon District", 4_720), ("Tokyo, Tokyo", 2_810), ("New York, New York", 2_402), ("São Paulo, São Paulo", 2_150), ("Tehran, Tehran Province", 1_730)),
                OnlineByHour = [19_800, 22_400, 23_900, 24_600, 25_200, 25_900, 26_100, 25_800, 25_200, 25_400, 26_700, 28_100, 28_300, 27_000, 24_800, 22_000, 19_000, 15_200, 12_100, 9_800, 8_600, 8_900, 11_200, 15_400],
                OnlineByWeekday = [1.02, .97, .99, 1.04, 1, 1.07, .95],
            },
        },
    ];

    private static Dictionary<string, int> Groups(params ReadOnlySpan<(string Key, int Count)> groups)
    {
        var all = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (key, count) in groups) all[key] = count;
        return all;
    }
}
