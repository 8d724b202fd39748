using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Directino.Accounts;
using Directino.Labels;
using Directino.Media;
using Directino.Media.Library;
using Directino.Web.Access;
using Directino.Web.Layout;
using Directino.Web.Media;
using Directino.Web.Tests.Studio;
using Microsoft.Extensions.DependencyInjection;

namespace Directino.Web.Tests.Media;

public sealed class LibraryTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Programs_sort_pictures_into_folders_and_find_them()
    {
        await using var studio = await WebStudio.Open();
        var workspace = await studio.OpenWorkspace();
        using var owner = await studio.As(Role.Owner, workspace);
        var ids = new List<Guid>();
        foreach (var name in new[] { "Market day.jpg", "Bread.jpg", "بازار.jpg" })
            ids.Add((await Put(studio, workspace, name)).Id.Value);
        using var made = await owner.PostAsJsonAsync("/api/v1/media/folders", new { name = "Summer" }, Ct);
        made.StatusCode.ShouldBe(HttpStatusCode.Created);
        var summer = (await made.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetGuid();
        using var again = await owner.PostAsJsonAsync("/api/v1/media/folders", new { name = "SUMMER" }, Ct);
        (await again.Content.ReadAsStringAsync(Ct)).ShouldContain("folder-name-taken");
        (await owner.PostAsJsonAsync("/api/v1/media/moves", new { items = ids[..2], folder = summer }, Ct)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        (await Names(owner, $"folder={summer}&sort=Name")).ShouldBe(["Bread.jpg", "Market day.jpg"]);
        (await Names(owner, "folder=none")).ShouldBe(["بازار.jpg"]);
        (await Names(owner, $"q={Uri.EscapeDataString("BAZAR")}")).ShouldBeEmpty();
        (await Names(owner, $"q={Uri.EscapeDataString("بازا")}&kind=Picture&used=false")).ShouldBe(["بازار.jpg"]);
        var first = await owner.GetFromJsonAsync<JsonElement>("/api/v1/media?limit=2&sort=Name", Ct);
        (await Names(owner, $"limit=2&sort=Name&after={Uri.EscapeDataString(first.GetProperty("next").GetString()!)}")).ShouldBe(["بازار.jpg"]);
        first.GetProperty("items")[0].GetProperty("inUse").GetProperty("all").GetInt32().ShouldBe(0);

        (await owner.PutAsJsonAsync($"/api/v1/media/folders/{summer}", new { name = "Autumn" }, Ct)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await owner.GetFromJsonAsync<JsonElement>("/api/v1/media/folders", Ct))[0].GetProperty("name").GetString().ShouldBe("Autumn");
        (await owner.DeleteAsync($"/api/v1/media/folders/{summer}", Ct)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await owner.PostAsJsonAsync("/api/v1/media/moves", new { items = ids, folder = summer }, Ct)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Names(owner, "folder=none")).Count.ShouldBe(3);
        using var reader = await studio.As(Role.Viewer, workspace);
        (await reader.PostAsJsonAsync("/api/v1/media/folders", new { name = "Mine" }, Ct)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Programs_label_pictures_and_find_them_by_it()
    {
        await using var studio = await WebStudio.Open();
        var workspace = await studio.OpenWorkspace();
        using var owner = await studio.As(Role.Owner, workspace);
        using var viewer = await studio.As(Role.Viewer, workspace);
        var (bread, _) = (await Put(studio, workspace, "Bread.jpg"), await Put(studio, workspace, "Market day.jpg"));
        using var made = await owner.PostAsJsonAsync("/api/v1/labels", new { name = "Easter" }, Ct);
        var easter = (await made.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetGuid();
        var address = $"/api/v1/media/{bread.Id}/labels";
        using var labelled = await owner.PutAsJsonAsync(address, new { labelIds = new[] { easter } }, Ct);
        (await labelled.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("labelIds")[0].GetGuid().ShouldBe(easter);
        (await Names(owner, $"label={easter}")).ShouldBe(["Bread.jpg"]);
        (await Names(owner, $"label={easter}&kind=Video")).ShouldBeEmpty();
        (await viewer.GetStringAsync($"/library?label={easter}", Ct)).ShouldSatisfyAllConditions(p => p.ShouldContain("Bread.jpg"), p => p.ShouldNotContain("Market day.jpg"), p => p.ShouldContain("Easter"));
        (await viewer.PutAsJsonAsync(address, new { labelIds = new[] { easter } }, Ct)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var unknown = await owner.PutAsJsonAsync(address, new { labelIds = new[] { Guid.CreateVersion7() } }, Ct);
        unknown.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await unknown.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("errors").GetProperty("labelIds")[0].GetString().ShouldBe("The label is not there any more.");
        (await owner.PutAsJsonAsync(address, new { }, Ct)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Names(owner, $"label={easter}")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_label_is_put_on_many_taken_off_when_all_have_it_and_each_gets_back_what_it_had()
    {
        await using var studio = await WebStudio.Open();
        var workspace = await studio.OpenWorkspace();
        var visitor = new Visitor(PersonId.New(studio.Clock), workspace, Role.Owner);
        using var scope = studio.Services.CreateScope();
        var (desk, toasts) = (scope.ServiceProvider.GetRequiredService<LibraryDesk>(), scope.ServiceProvider.GetRequiredService<Toasts>());
        var (with, _) = (await Put(studio, workspace, "a.jpg"), await Put(studio, workspace, "b.jpg"));
        var label = ((LabelOutcome.Done)await studio.Get<LabelBook>().Add(workspace, "Easter", LabelColor.Amber, Ct)).Label;
        await studio.Get<MediaLabels>().Set(workspace, with.Id, [label.Id], Ct);
        async Task<IReadOnlyList<LibraryEntry>> Shown() => await studio.Get<LibraryReader>().List(workspace, LibraryFilter.Everything, null, 50, Ct);
        await desk.Mark(visitor, await Shown(), label, Ct);
        (await Shown()).ShouldAllBe(e => e.Labels.Contains(label.Id));
        await toasts.All[^1].Undo!();
        (await Shown()).Where(e => e.Labels.Contains(label.Id)).ShouldHaveSingleItem().Item.Id.ShouldBe(with.Id);
        await desk.Mark(visitor, await Shown(), label, Ct);
        await desk.Mark(visitor, await Shown(), label, Ct);
        (await Shown()).ShouldAllBe(e => e.Labels.Count == 0);
        await desk.Turn(visitor, (await Shown())[0], label, Ct);
        (await Shown())[0].Labels.ShouldBe([label.Id]);
    }

    [Fact]
    public async Task The_page_shows_where_one_is_and_what_is_looked_for()
    {
        await using var studio = await WebStudio.Open();
        var workspace = await studio.OpenWorkspace();
        using var owner = await studio.As(Role.Owner, workspace);
        (await owner.GetStringAsync("/library", Ct)).ShouldContain("Nothing here yet");
        var folder = ((FolderOutcome.Done)await studio.Get<FolderBook>().Add(workspace, "Summer", null, Ct)).Folder;
        await Put(studio, workspace, "Market.jpg");
        var all = await owner.GetStringAsync("/library", Ct);
        all.ShouldContain("Market.jpg");
        all.ShouldContain($"/library?folder={folder.Id}");
        (await owner.GetStringAsync($"/library?folder={folder.Id}", Ct)).ShouldContain("Nothing in here yet");
        var none = await owner.GetStringAsync("/library?q=pears&kind=video&used=no&sort=name", Ct);
        none.ShouldContain("Nothing found");
        none.ShouldContain("value=\"pears\"");
    }

    [Fact]
    public async Task What_is_moved_or_removed_together_is_taken_back_together()
    {
        await using var studio = await WebStudio.Open();
        var workspace = await studio.OpenWorkspace();
        var visitor = new Visitor(PersonId.New(studio.Clock), workspace, Role.Owner);
        using var scope = studio.Services.CreateScope();
        var (desk, toasts) = (scope.ServiceProvider.GetRequiredService<LibraryDesk>(), scope.ServiceProvider.GetRequiredService<Toasts>());
        var (a, b) = (await Put(studio, workspace, "a.jpg"), await Put(studio, workspace, "b.jpg"));
        (await desk.AddFolder(visitor, "Summer", null, Ct)).ShouldBeNull();
        (await desk.AddFolder(visitor, "Summer", null, Ct)).ShouldNotBeNullOrWhiteSpace();
        var summer = (await studio.Get<FolderBook>().All(workspace, Ct))[0];
        await desk.Move(visitor, [a.Id, b.Id], summer, Ct);
        (await In(summer.Id)).ShouldBe(2);
        await toasts.All[^1].Undo!();
        (await In(summer.Id)).ShouldBe(0);

        (await desk.Remove(visitor, [a, b], Ct)).ShouldBeEmpty();
        (await In(null)).ShouldBe(0);
        await toasts.All[^1].Undo!();
        (await In(null)).ShouldBe(2);

        await desk.Move(visitor, [a.Id], summer, Ct);
        await desk.RemoveFolder(visitor, summer, Ct);
        (await In(summer.Id)).ShouldBe(0);
        await toasts.All[^1].Undo!();
        (await In(summer.Id)).ShouldBe(1);

        async Task<int> In(MediaFolderId? folder) => (await studio.Get<LibraryReader>().List(workspace, new LibraryFilter(Folder: folder), null, 50, Ct)).Count;
    }

    [Fact]
    public async Task An_address_that_cannot_be_fetched_is_refused_with_its_rule()
    {
        await using var studio = await WebStudio.Open();
        var workspace = await studio.OpenWorkspace();
        using var owner = await studio.As(Role.Owner, workspace);
        using var inside = await owner.PostAsJsonAsync("/api/v1/media/fetches", new { address = "https://127.0.0.1/a.jpg" }, Ct);
        inside.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var problem = await inside.Content.ReadFromJsonAsync<JsonElement>(Ct);
        (problem.GetProperty("rule").GetString(), problem.GetProperty("detail").GetString()!.Contains("private network", StringComparison.Ordinal)).ShouldBe(("AddressClosed", true));
        using var reader = await studio.As(Role.Viewer, workspace);
        (await reader.PostAsJsonAsync("/api/v1/media/fetches", new { address = "https://example.test/" }, Ct)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await owner.GetStringAsync("/library", Ct)).ShouldContain("Add from an address");
    }

    [Fact]
    public void The_address_of_the_library_says_what_is_shown_and_nothing_else()
    {
        new LibraryAddress().ToString().ShouldBe("/library");
        var folder = MediaFolderId.Of(Guid.CreateVersion7());
        var narrowed = new LibraryAddress("market day", folder.ToString(), "Video", "no", "name");
        narrowed.ToString().ShouldBe($"/library?folder={folder}&q=market%20day&kind=video&used=no&sort=name");
        narrowed.Filter.ShouldBe(new LibraryFilter("market day", folder, false, MediaKind.Video, false, LibrarySort.Name));
        new LibraryAddress(" ", "nonsense", "77", "maybe", "9").Filter.ShouldBe(LibraryFilter.Everything);
        new LibraryAddress(Folder: LibraryAddress.Loose).Filter.ShouldBe(new LibraryFilter(Loose: true));
    }

    private static async Task<IReadOnlyList<string>> Names(HttpClient owner, string query) =>
        [.. (await owner.GetFromJsonAsync<JsonElement>($"/api/v1/media?{query}", Ct)).GetProperty("items").EnumerateArray().Select(i => i.GetProperty("fileName").GetString()!)];

    private static async Task<MediaItem> Put(WebStudio studio, WorkspaceId workspace, string name)
    {
        var item = new MediaItem
        {
            Id = MediaItemId.New(studio.Clock), WorkspaceId = workspace, FileName = name, Key = $"{Guid.CreateVersion7():N}", ThumbnailKey = $"{Guid.CreateVersion7():N}",
            Width = 1080, Height = 1080, Bytes = 1000, CreatedAt = studio.Clock.GetUtcNow(), AddedBy = PersonId.New(studio.Clock),
        };
        await using var db = studio.Database.Open(workspace);
        db.Add(item);
        db.AddRange(SearchText.Words(name).Select(word => new LibraryWord { WorkspaceId = workspace, ItemId = item.Id, Word = word }));
        await db.SaveChangesAsync(Ct);
        return item;
    }
}
