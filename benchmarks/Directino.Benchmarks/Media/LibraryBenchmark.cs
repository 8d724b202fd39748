using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Directino.Accounts;
using Directino.Hosting;
using Directino.Labels;
using Directino.Media;
using Directino.Media.Library;
using Directino.Persistence;
using Directino.Planning;
using Microsoft.EntityFrameworkCore;

namespace Directino.Benchmarks.Media;

/// <summary>
/// Pages and searches of a library with 100,000 items beside another one of 20,000: what the product asks, with words, uses and all,
/// beside its ceiling, the same rows read by one raw SQL into nothing. In turns, so that both meet the same machine.
/// </summary>
internal static class LibraryBenchmark
{
    private const int Items = 100_000;
    private const int Page = 60;
    private const int Runs = 60;
    private static readonly TimeSpan Most = TimeSpan.FromMilliseconds(100);
    private static readonly DateTimeOffset From = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] Words = ["market", "bread", "Brot", "café", "بازار", "نان", "قهوه", "Berlin", "yalda", "portrait", "table", "garden", "harbour", "bakery", "dough", "flour"];

    public static async Task<int> Run(TimeProvider clock)
    {
        var postgres = Environment.GetEnvironmentVariable("DIRECTINO_POSTGRES");
        Console.WriteLine($"{Items:N0} items,{"",-26}{"p50 ms",10}{"p95 ms",10}{"ceiling p50",13}{"p95",8}{"of ceiling",12}");
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
        var (place, rare, common) = await Fill(database, workspace, Items, clock);
        await Fill(database, WorkspaceId.New(clock), Items / 5, clock);
        await Tidy(database, provider);

        var enough = true;
        var reader = app.Services.GetRequiredService<LibraryReader>();
        var middle = (await reader.List(workspace, new LibraryFilter("050000", Sort: LibrarySort.Name), null, 1, CancellationToken.None))[0].Item;
        foreach (var (name, filter, after) in new (string, LibraryFilter, LibraryKey?)[]
        {
            ("newest page", LibraryFilter.Everything, null),
            ("by name, in the middle", new(Sort: LibrarySort.Name), LibraryKey.Of(middle)),
            ("a folder's page", new(Folder: place), null),
            ("videos by name", new(Kind: MediaKind.Video, Sort: LibrarySort.Name), null),
            ("one in 100,000", new("050000"), null),
            ("a word of 1,000", new("yal7"), null),
            ("a word of 6,000, Persian", new("قهوه"), null),
            ("the same by name", new("قهوه", Sort: LibrarySort.Name), null),
            ("two letters of all", new("im"), null),
            ("two words of 6,000", new("بازا brea"), null),
            ("three words that never meet", new("berl gard flou"), null),
            ("a label of 200, by name", new(Sort: LibrarySort.Name, Label: rare), null),
            ("a label of 50,000", new(Label: common), null),
            ("used", new(Used: true), null),
            ("unused pictures", new(Kind: MediaKind.Picture, Used: false), null),
        })
        {
            var (product, ceiling) = (new List<double>(), new List<double>());
            for (var run = -8; run < Runs; run++)
            {
                var (mine, rows) = await Time(async () => (await reader.List(workspace, filter, after, Page, CancellationToken.None)).Count);
                var (raw, same) = await Time(() => Raw(database, workspace, filter, after));
                if (rows != same)
                    throw new InvalidOperationException($"{name}: {rows} rows were read, {same} by the raw query.");
                if (run < 0)
                    continue;
                product.Add(mine);
                ceiling.Add(raw);
            }

            Print($"{provider} {name}", product, ceiling);
            enough &= At(product, 0.95) < Most.TotalMilliseconds;
        }

        Directory.Delete(folder, recursive: true);
        return enough;
    }

    /// <returns>A folder of 2,000, a label that one in 500 bears, and one that every second bears.</returns>
    private static async Task<(MediaFolderId Folder, LabelId Rare, LabelId Common)> Fill(Database database, WorkspaceId workspace, int count, TimeProvider clock)
    {
        var person = PersonId.New(clock);
        var folders = Enumerable.Range(0, 50).Select(i => new MediaFolder
        {
            Id = MediaFolderId.New(clock), WorkspaceId = workspace, ParentId = null, Name = $"Shoot {i}", Key = $"shoot {i:00}",
        }).ToList();
        var labels = Enumerable.Range(0, 2).Select(i => new Label { Id = LabelId.New(clock), WorkspaceId = workspace, Name = $"Label {i}", Key = $"LABEL {i}" }).ToList();
        await using (var db = database.Open(workspace))
        {
            db.AddRange(folders);
            db.AddRange(labels);
            await db.SaveChangesAsync();
        }

        foreach (var chunk in Enumerable.Range(0, count).Chunk(1000))
        {
            await using var db = database.Open(workspace);
            foreach (var i in chunk)
            {
                // Every sixteenth has a word; three of them are never together. In a hundred there is a word more.
                var item = new MediaItem
                {
                    Id = MediaItemId.New(clock), WorkspaceId = workspace, Kind = i % 10 == 0 ? MediaKind.Video : MediaKind.Picture,
                    FileName = $"{Words[i % 16]} IMG_{i:000000}{(i % 100 == 7 ? " yal7" : "")}.jpg", Key = $"{Guid.CreateVersion7():N}", ThumbnailKey = $"{Guid.CreateVersion7():N}",
                    Width = 1080, Height = 1080, Bytes = 300_000, CreatedAt = From.AddMinutes(i), AddedBy = person, FolderId = folders[i % 50].Id,
                };
                item.Describe(i % 2 == 0 ? $"{Words[(i / 16) % 16]} on a table in the morning, seen from above" : null);
                db.Add(item);
                db.AddRange(SearchText.Words(item.FileName, item.AltText).Select(word => new LibraryWord { WorkspaceId = workspace, ItemId = item.Id, Word = word }));
                if (i % 500 == 9)
                    db.Add(new MediaLabel { WorkspaceId = workspace, LabelId = labels[0].Id, ItemId = item.Id });
                if (i % 2 == 0)
                    db.Add(new MediaLabel { WorkspaceId = workspace, LabelId = labels[1].Id, ItemId = item.Id });
                if (i % 20 != 3)
                    continue;
                var post = new Post { Id = PostId.New(clock), WorkspaceId = workspace, CreatedAt = From, CreatedBy = person };
                post.Write(PostContent.OnePicture(null, item.Id, "Bread"), From);
                db.Add(post);
            }

            await db.SaveChangesAsync();
        }

        return (folders[7].Id, labels[0].Id, labels[1].Id);
    }

    /// <summary>As it is after a night: the server knows how its tables look.</summary>
    private static async Task Tidy(Database database, string provider)
    {
        await using var db = database.OpenEverywhere();
        await db.Database.ExecuteSqlRawAsync(provider == "Postgres" ? "VACUUM ANALYZE" : "PRAGMA optimize");
    }

    private static async Task<int> Raw(Database database, WorkspaceId workspace, LibraryFilter filter, LibraryKey? after)
    {
        await using var db = database.Open(workspace);
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        Add(command, "@workspace", workspace.Value);
        var where = "m.workspace_id = @workspace AND m.removed_at IS NULL";
        if (filter.Kind is { } kind)
            where += $" AND m.kind = '{kind}'";
        if (filter.Folder is { } folder)
        {
            where += " AND m.folder_id = @folder";
            Add(command, "@folder", folder.Value);
        }

        var terms = SearchText.Terms(filter.Text);
        for (var i = 0; i < terms.Count; i++)
        {
            where += $" AND m.id IN (SELECT w.item_id FROM media_words w WHERE w.workspace_id = @workspace AND w.word >= @term{i} AND w.word < @end{i})";
            Add(command, $"@term{i}", terms[i]);
            Add(command, $"@end{i}", terms[i] + "\U0010FFFF");
        }

        if (filter.Label is { } label)
        {
            where += " AND EXISTS (SELECT 1 FROM media_labels l WHERE l.label_id = @label AND l.item_id = m.id)";
            Add(command, "@label", label.Value);
        }

        if (filter.Used is { } used)
            where += $" AND {(used ? "" : "NOT ")}EXISTS (SELECT 1 FROM post_items i WHERE i.media_id = m.id)";
        if (after is { } key)
        {
            where += " AND (m.name_key, m.id) > (@name, @id)";
            Add(command, "@name", key.Name);
            Add(command, "@id", key.Id.Value);
        }

        command.CommandText = $"SELECT m.* FROM media_items m WHERE {where} ORDER BY {(filter.Sort == LibrarySort.Name ? "m.name_key, m.id" : "m.id DESC")} LIMIT {Page}";
        await using var rows = await command.ExecuteReaderAsync();
        var (count, values) = (0, new object[rows.FieldCount]);
        while (await rows.ReadAsync())
        {
            rows.GetValues(values);
            count++;
        }

        return count;
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }

    private static async Task<(double Milliseconds, int Rows)> Time(Func<Task<int>> what)
    {
        var begun = Stopwatch.GetTimestamp();
        var rows = await what();
        return (Stopwatch.GetElapsedTime(begun).TotalMilliseconds, rows);
    }

    private static double At(List<double> times, double part) => times.Order().ElementAt((int)(times.Count * part));

    private static void Print(string name, List<double> product, List<double> ceiling) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-40}{At(product, 0.5),10:0.0}{At(product, 0.95),10:0.0}{At(ceiling, 0.5),13:0.0}{At(ceiling, 0.95),8:0.0}{At(product, 0.5) / At(ceiling, 0.5),12:0.0} x"));
}
