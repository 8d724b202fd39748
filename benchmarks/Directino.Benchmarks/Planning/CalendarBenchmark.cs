using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Directino.Accounts;
using Directino.Hosting;
using Directino.Instagram;
using Directino.Labels;
using Directino.Media;
using Directino.Persistence;
using Directino.Planning;
using Microsoft.EntityFrameworkCore;

namespace Directino.Benchmarks.Planning;

/// <summary>
/// A month of the calendar with 2,000 posts, among 22,000 others, of each day the first three: the product's queries beside their ceiling,
/// the same rows read by one raw SQL into nothing. In turns, so that both meet the same machine.
/// </summary>
internal static class CalendarBenchmark
{
    private const int InMonth = 2_000;
    private const int Shown = 3;
    private const int Runs = 100;
    private static readonly TimeSpan Most = TimeSpan.FromMilliseconds(50);
    private static readonly DateTimeOffset From = new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero), Until = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static async Task<int> Run(TimeProvider clock)
    {
        var postgres = Environment.GetEnvironmentVariable("DIRECTINO_POSTGRES");
        Console.WriteLine($"{InMonth:N0} posts in a month,{"",-11}{"p50 ms",10}{"p95 ms",10}{"of ceiling",12}");
        var enough = await Measure("Sqlite", null, clock);
        if (string.IsNullOrEmpty(postgres))
            Console.WriteLine("PostgreSQL is not here: left out.");
        else
            enough &= await Measure("Postgres", postgres, clock);
        return enough ? 0 : 1;
    }

    private static async Task<bool> Measure(string provider, string? connection, TimeProvider clock)
    {
        var folder = Directory.CreateTempSubdirectory("directino-bench-").FullName;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Configuration.AddInMemoryCollection(
        [
            new("Hosting:DataFolder", folder), new("Database:Provider", provider),
            new("Database:ConnectionString", connection ?? $"Data Source={Path.Combine(folder, "bench.db")}"), new("Instagram:AppSecret", new string('0', 32)),
        ]);
        builder.Services.AddSingleton<Ledger.IWakeUp, NobodyToWake>();
        builder.Services.AddSingleton<IChangeFeed, NobodyToTell>();
        builder.Services.AddSingleton(clock);
        builder.Services.AddDirectino(builder.Configuration);
        await using var app = builder.Build();
        await app.Services.GetRequiredService<Migrator>().Migrate(CancellationToken.None);
        var database = app.Services.GetRequiredService<Database>();
        var workspace = WorkspaceId.New(clock);
        await Fill(database, workspace, InMonth, From, Until - From, clock);
        await Fill(database, workspace, 10_000, From.AddYears(-1), TimeSpan.FromDays(360), clock);
        await Fill(database, WorkspaceId.New(clock), 12_000, From.AddYears(-1), TimeSpan.FromDays(500), clock);
        await Tidy(database, provider);

        var reader = app.Services.GetRequiredService<PlanReader>();
        var (product, ceiling) = (new List<double>(), new List<double>());
        for (var run = -20; run < Runs; run++)
        {
            var mine = await Time(async () => (await reader.Days(workspace, From, Until, "UTC", _ => Shown, null, CancellationToken.None)).Sum(day => day.Value.Count));
            var raw = await Time(() => Raw(database, workspace, provider == "Postgres"));
            if (run < 0)
                continue;
            product.Add(mine);
            ceiling.Add(raw);
        }

        Print($"{provider} raw SQL (the ceiling)", ceiling, null);
        Print($"{provider} calendar", product, At(product, 0.5) / At(ceiling, 0.5));
        Directory.Delete(folder, recursive: true);
        return At(product, 0.95) < Most.TotalMilliseconds;
    }

    private static async Task Fill(Database database, WorkspaceId workspace, int count, DateTimeOffset from, TimeSpan span, TimeProvider clock)
    {
        var person = PersonId.New(clock);
        var accounts = Enumerable.Range(0, 20).Select(i => new ConnectedAccount
        {
            Id = AccountId.New(clock), WorkspaceId = workspace, Login = InstagramLogin.Instagram, InstagramId = $"{Guid.CreateVersion7():N}", AppScopedId = $"{i}", Username = $"account.{i}",
            TimeZone = "Europe/Lisbon", Scopes = "", ConnectedAt = from, ConnectedBy = person,
        }).ToList();
        var labels = Enumerable.Range(0, 10).Select(i => new Label { Id = LabelId.New(clock), WorkspaceId = workspace, Name = $"{from:O} {i}", Key = $"{from:O} {i}" }).ToList();
        var pictures = Enumerable.Range(0, 200).Select(i => new MediaItem
        {
            Id = MediaItemId.New(clock), WorkspaceId = workspace, FileName = "picture.jpg", Key = $"{Guid.CreateVersion7():N}", ThumbnailKey = $"{Guid.CreateVersion7():N}",
            Width = 1080, Height = 1080, Bytes = 300_000, CreatedAt = from, AddedBy = person,
        }).ToList();
        await using (var db = database.Open(workspace))
        {
            db.AddRange(accounts);
            db.AddRange(labels);
            db.AddRange(pictures);
            await db.SaveChangesAsync();
        }

        foreach (var chunk in Enumerable.Range(0, count).Chunk(1000))
        {
            await using var db = database.Open(workspace);
            foreach (var i in chunk)
            {
                var post = new Post { Id = PostId.New(clock), WorkspaceId = workspace, CreatedAt = from, CreatedBy = person };
                post.Write(PostContent.OnePicture(accounts[i % 20].Id, pictures[i % 200].Id, new string('x', 50 + (i % 900))), from);
                post.Propose(from + (span * i / count), from);
                if (i % 2 == 0)
                    post.SetLabels([labels[i % 10].Id, labels[(i + 3) % 10].Id], from);
                db.Add(post);
            }

            await db.SaveChangesAsync();
        }
    }

    /// <summary>As it is after a night: the server knows how its tables look.</summary>
    private static async Task Tidy(Database database, string provider)
    {
        await using var db = database.OpenEverywhere();
        await db.Database.ExecuteSqlRawAsync(provider == "Postgres" ? "VACUUM ANALYZE" : "PRAGMA optimize");
    }

    private static async Task<int> Raw(Database database, WorkspaceId workspace, bool postgres)
    {
        await using var db = database.Open(workspace);
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        var day = postgres ? "date_trunc('day', p.at)" : $"p.at / {TimeSpan.TicksPerDay}";
        command.CommandText =
            $"""
             WITH places AS (
                 SELECT p.id, row_number() OVER (PARTITION BY {day} ORDER BY p.at, p.id) AS nth, count(*) OVER (PARTITION BY {day}) AS in_day
                 FROM posts p WHERE p.workspace_id = @workspace AND p.at >= @from AND p.at < @until)
             SELECT d.in_day, d.nth, p.id, p.version, p.state, p.at, p.reason, substr(p.caption, 1, 140), p.account_id, a.username, a.time_zone, p.kind,
                    (SELECT count(*) FROM post_items c WHERE c.post_id = p.id), m.id, m.key, p.permalink,
                    (SELECT {(postgres ? "string_agg(l.label_id::text, ',')" : "group_concat(l.label_id)")} FROM post_labels l WHERE l.post_id = p.id)
             FROM places d
             JOIN posts p ON p.id = d.id
             LEFT JOIN accounts a ON a.id = p.account_id
             LEFT JOIN post_items i ON i.post_id = p.id AND i.position = 0
             LEFT JOIN media_items m ON m.id = i.media_id
             WHERE d.nth <= {Shown}
             ORDER BY p.at, p.id
             """;
        Add(command, "@workspace", workspace.Value);
        Add(command, "@from", postgres ? From.UtcDateTime : From.UtcTicks);
        Add(command, "@until", postgres ? Until.UtcDateTime : Until.UtcTicks);
        await using var rows = await command.ExecuteReaderAsync();
        var count = 0;
        var values = new object[rows.FieldCount];
        while (await rows.ReadAsync())
        {
            rows.GetValues(values);
            count += Convert.ToInt64(values[1], CultureInfo.InvariantCulture) == 1 ? Convert.ToInt32(values[0], CultureInfo.InvariantCulture) : 0;
        }

        return count;
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }

    private static async Task<double> Time(Func<Task<int>> what)
    {
        var begun = Stopwatch.GetTimestamp();
        if (await what() is var count && count != InMonth)
            throw new InvalidOperationException($"{count} posts were read.");
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }

    private static double At(List<double> times, double part) => times.Order().ElementAt((int)(times.Count * part));

    private static void Print(string name, List<double> times, double? share) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-34}{At(times, 0.5),10:0.0}{At(times, 0.95),10:0.0}{(share is { } s ? s.ToString("0.0 x", CultureInfo.InvariantCulture) : ""),12}"));
}
