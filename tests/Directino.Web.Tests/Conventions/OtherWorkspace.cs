using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Directino.Accounts;
using Directino.Accounts.Connecting;
using Directino.Inbox;
using Directino.Notifications;
using Directino.Planning;
using Directino.Web.Tests.Studio;
using Directino.Web.Tests.Survival;
using Microsoft.EntityFrameworkCore;

namespace Directino.Web.Tests.Conventions;

/// <summary>A workspace full of things, whose ids somebody else has come to know, and that somebody's browser.</summary>
public sealed partial class OtherWorkspace : IAsyncLifetime
{
    private readonly Dictionary<string, string> _ids = [];

    public WebStudio Studio { get; private set; } = null!;

    /// <summary>The browser of its owner.</summary>
    public HttpClient Owner { get; private set; } = null!;

    /// <summary>The browser of somebody who owns a workspace of their own.</summary>
    public HttpClient Neighbour { get; private set; } = null!;

    public IReadOnlyCollection<string> Ids => _ids.Values;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>The address of a route about a thing of this workspace; null when it is about none.</summary>
    public string? Address(string template)
    {
        if (!template.Contains('{', StringComparison.Ordinal))
            return null;
        var kind = _ids.Keys.Where(k => template.StartsWith(k, StringComparison.OrdinalIgnoreCase)).MaxBy(k => k.Length)
            ?? throw new InvalidOperationException($"Say which thing {template} is about.");
        return Parameter().Replace(template.Replace("{capability}", nameof(Capability.Publish), StringComparison.Ordinal).Replace("{number}", "1", StringComparison.Ordinal).Replace("{date}", "2026-12-04", StringComparison.Ordinal), _ids[kind]);
    }

    public async ValueTask InitializeAsync()
    {
        Studio = await WebStudio.Open();
        Owner = Studio.Stranger();
        await LookAround();
        await Studio.Settle();
        var account = Know(Id((await Read("/api/v1/accounts"))[0]), "/api/v1/accounts/", "/api/v1/insights/accounts/");
        Know(Id((await Read("/api/v1/conversations")).GetProperty("conversations")[0]), "/api/v1/conversations/", "/inbox/");
        Know(Id((await Read("/api/v1/insights/posts")).GetProperty("posts")[0]), "/api/v1/insights/posts/", "/insights/posts/");
        using var file = new ByteArrayContent(Pictures.Plain());
        var picture = Know(Id(await Sent(await Owner.PostAsync("/api/v1/media?fileName=buns.jpg", file, Ct))), "/api/v1/media/");
        var post = Know(Id(await Write("/api/v1/posts", new { accountId = account, items = new[] { new { mediaId = picture } }, caption = "Buns" })), "/api/v1/posts/", "/plan/posts/");
        Know(Id(await Write("/api/v1/post-groups", new { accounts = (object[])[new { accountId = account }], caption = "Buns for all" })), "/api/v1/post-groups/");
        Know(Id(await Write("/api/v1/workflows", new { account, name = "Prices", keywords = (string[])["price"], publicTexts = (string[])["Sent."], privateText = "14 euros.", disclosure = "Automatic." })), "/api/v1/workflows/", "/automation/");
        Know(Id(await Write("/api/v1/labels", new { name = "Easter" })), "/api/v1/labels/");
        Know(Id(await Write("/api/v1/campaigns", new { name = "Spring menu" })), "/api/v1/campaigns/");
        Know(Id(await Write("/api/v1/snippets", new { kind = "Hashtags", name = "Bread", text = "rye" })), "/api/v1/snippets/");
        Know(Id(await Write("/api/v1/keys", new { name = "Till", role = "Viewer" })), "/api/v1/keys/");
        Know(Id(await Write("/api/v1/feeds", new { })), "/api/v1/feeds/");
        var series = await Write("/api/v1/series", new { postId = post, time = "18:00", rule = new { unit = "Week", first = "2026-12-04", weekdays = (string[])["Friday"] } });
        (await Owner.PutAsync($"/api/v1/posts/{post}/evergreen", null, Ct)).EnsureSuccessStatusCode();
        Know(Id((await Read($"/api/v1/accounts/{account}/evergreen")).GetProperty("posts")[0]), "/api/v1/evergreen/");
        Know(Id(await Write("/api/v1/ideas", new { title = "From above" })), "/api/v1/ideas/");
        Know(Id(series.GetProperty("series")), "/api/v1/series/", "/plan/series/");
        Know(Id(await Write("/api/v1/days/notes", new { first = "2026-12-14", text = "Market" })), "/api/v1/days/notes/");
        using var holidays = new StringContent("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261225\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
        Know(Id(await Sent(await Owner.PostAsync("/api/v1/days/calendars/file?name=Holidays", holidays, Ct))), "/api/v1/days/calendars/");
        (await Owner.PutAsJsonAsync($"/api/v1/posts/{post}/slot", new { }, Ct)).EnsureSuccessStatusCode();
        await Studio.Settle();
        Know(Id((await Read("/api/v1/activity")).GetProperty("acts")[0]), "/api/v1/activity/", "/activity/");
        await KnowWhatNoListTells();
        Neighbour = await Studio.As(Role.Owner, await Studio.OpenWorkspace("Next door"));
    }

    public async ValueTask DisposeAsync()
    {
        Owner.Dispose();
        Neighbour.Dispose();
        await Studio.DisposeAsync();
    }

    private async Task LookAround()
    {
        var token = Token().Match(await Owner.GetStringAsync("/", Ct)).Groups[1].Value;
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("zone", "Europe/Lisbon")]);
        await Owner.PostAsync("/look-around", form, Ct);
    }

    private async Task KnowWhatNoListTells()
    {
        await using var db = Studio.Database.OpenEverywhere();
        Know((await db.Set<Comment>().FirstAsync(Ct)).Id.ToString(), "/api/v1/comments/");
        var owner = await db.Set<Membership>().FirstAsync(Ct);
        Know(owner.PersonId.ToString(), "/api/v1/members/");
        var copies = Studio.Get<WorkingCopies>();
        Know(await BeginUpload(), "/api/v1/media/uploads/");
        await copies.Keep(owner.WorkspaceId, owner.PersonId, null, new WrittenText(PostContent.Empty with { Caption = "Buns" }, null, null), null, Ct);
        Know((await copies.All(owner.WorkspaceId, owner.PersonId, Ct))[0].Id.ToString(), "/api/v1/working-copies/");
        Know((await db.Set<ConnectAttempt>().FirstAsync(Ct)).Id.ToString(), "/accounts/choose/");
        (await Owner.PutAsJsonAsync("/api/v1/approval-rule", new { kind = "Client" }, Ct)).EnsureSuccessStatusCode();
        var draft = Id(await Write($"/api/v1/posts/{_ids["/api/v1/posts/"]}/copy", new { }));
        Know(Id(await Write("/api/v1/client-links", new { name = "Luna", postIds = (string[])[draft] })), "/api/v1/client-links/");
        Know(Id(await Write($"/api/v1/posts/{draft}/remarks", new { text = "Too dark." })), "/api/v1/remarks/");
        await Studio.Get<NotificationBook>().Tell(owner.WorkspaceId, [owner.PersonId], new News(NotificationKind.ApprovalWithdrawn, Guid.Parse(draft)), db, Ct);
        await db.SaveChangesAsync(Ct);
        Know((await db.Set<Notification>().FirstAsync(Ct)).Id.ToString(), "/api/v1/notifications/");
        (await Owner.PostAsJsonAsync("/api/v1/invitations", new { email = "somebody@example.test", role = nameof(Role.Viewer) }, Ct)).EnsureSuccessStatusCode();
        Know((await db.Set<Invitation>().FirstAsync(Ct)).Id.ToString(), "/api/v1/invitations/");
    }

    private async Task<string> BeginUpload()
    {
        using var begin = new HttpRequestMessage(HttpMethod.Post, "/api/v1/media/uploads");
        begin.Headers.Add("Upload-Length", "100");
        using var begun = (await Owner.SendAsync(begin, Ct)).EnsureSuccessStatusCode();
        return begun.Headers.Location!.ToString().Split('/')[^1];
    }

    private string Know(string id, params string[] kinds)
    {
        foreach (var kind in kinds)
            _ids[kind] = id;
        return id;
    }

    private static string Id(JsonElement thing) => thing.GetProperty("id").GetString()!;

    private Task<JsonElement> Read(string address) => Owner.GetFromJsonAsync<JsonElement>(address, Ct);

    private async Task<JsonElement> Write(string address, object what) => await Sent(await Owner.PostAsJsonAsync(address, what, Ct));

    private static Task<JsonElement> Sent(HttpResponseMessage answer) => answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(Ct);

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""")]
    private static partial Regex Token();

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
