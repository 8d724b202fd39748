using System.Net.Http.Json;
using System.Text.Json;

namespace Directino.Web.Tests.Survival;

/// <summary>The sandbox in a process of its own: it outlives the product and knows what really happened.</summary>
internal sealed class InstagramProcess(RealProcess process, Uri address, string webhooks) : IAsyncDisposable
{
    public const string AppSecret = "0123456789abcdef0123456789abcdef";
    public const string VerifyToken = "survival-verify-token";
    private readonly HttpClient _http = new() { BaseAddress = address, Timeout = TimeSpan.FromSeconds(20) };

    public IEnumerable<string> SettingsForTheProduct =>
    [
        "--Sandbox:Enabled=false",
        "--Instagram:AppId=1000000000000001",
        $"--Instagram:AppSecret={AppSecret}",
        $"--Instagram:AuthorizeUrl={address}ig/oauth/authorize",
        $"--Instagram:CodeExchangeUrl={address}ig/oauth/access_token",
        $"--Instagram:InstagramGraph={address}ig/",
        $"--Instagram:FacebookGraph={address}fb/",
        $"--Instagram:FacebookDialog={address}fb/",
        "--Instagram:CallTimeout=00:00:02",
        $"--Intake:VerifyToken={VerifyToken}",
    ];

    /// <param name="product">Where the product listens, for webhooks.</param>
    public static async Task<InstagramProcess> Start(Uri product, CancellationToken ct)
    {
        var address = new Uri($"http://127.0.0.1:{RealProcess.FreePort()}/");
        var webhooks = $"{product}webhooks/instagram";
        var process = await RealProcess.Start("Directino.Sandbox", new Uri(address, "sandbox/accounts"),
        [
            $"--urls={address.GetLeftPart(UriPartial.Authority)}",
            "--Sandbox:AppId=1000000000000001",
            $"--Sandbox:AppSecret={AppSecret}",
            $"--Sandbox:VerifyToken={VerifyToken}",
            $"--Sandbox:WebhookUrl={webhooks}",
        ], ct);
        return new InstagramProcess(process, address, webhooks);
    }

    public async Task<(string Token, string UserId, string AppScopedId, string[] Scopes)> LogIn(string username, CancellationToken ct)
    {
        var token = await Post("sandbox/tokens", new { account = username, host = "instagram" }, ct);
        var value = token.GetProperty("value").GetString()!;
        using var request = new HttpRequestMessage(HttpMethod.Get, "ig/v25.0/me?fields=id,user_id");
        request.Headers.Authorization = new("Bearer", value);
        using var answer = await _http.SendAsync(request, ct);
        var me = await answer.Content.ReadFromJsonAsync<JsonElement>(ct);
        return (value, me.GetProperty("user_id").GetString()!, me.GetProperty("id").GetString()!,
            [.. token.GetProperty("scopes").EnumerateArray().Select(s => s.GetString()!)]);
    }

    public async Task<string> NewestMedia(string username, CancellationToken ct)
    {
        var media = await _http.GetFromJsonAsync<JsonElement>($"sandbox/accounts/{username}/media", ct);
        return media.EnumerateArray().OrderByDescending(m => m.GetProperty("timestamp").GetDateTimeOffset()).First().GetProperty("id").GetString()!;
    }

    public Task Comment(string person, string media, string text, CancellationToken ct) =>
        Post("sandbox/acts/comment", new { person, media, text }, ct);

    public Task AddAccount(string username, CancellationToken ct) => Post("sandbox/accounts", new { username }, ct);

    /// <summary>Instagram answers this account "too many calls" until the minutes are over.</summary>
    public Task Throttle(string username, int minutes, CancellationToken ct) =>
        Post("sandbox/throttle", new { code = 4, account = username, minutes }, ct);

    public Task MoveClock(TimeSpan by, CancellationToken ct) => Post("sandbox/clock", new { advanceSeconds = by.TotalSeconds }, ct);

    public Task SetFault(object fault, CancellationToken ct) => Post("sandbox/faults", fault, ct);

    public Task ClearFaults(CancellationToken ct) => _http.DeleteAsync("sandbox/faults", ct);

    public Task SetFault(string call, string kind, CancellationToken ct) =>
        Post("sandbox/faults", new { call, method = "POST", kind }, ct);

    /// <summary>Waits until a call stands still at a pause.</summary>
    public Task<object> Paused(Func<Task<string>> context, CancellationToken ct) => Eventually.Get<object>(async () =>
    {
        var faults = await _http.GetFromJsonAsync<JsonElement>("sandbox/faults", ct);
        return faults.GetProperty("waiting").GetArrayLength() > 0 ? faults : null;
    }, "a call is paused at Instagram", ct, context);

    public Task Release(CancellationToken ct) => Post("sandbox/faults/release", new { }, ct);

    /// <summary>How often an effect of a kind was really made by the API: the ground truth.</summary>
    public async Task<int> CountEffects(string kind, CancellationToken ct) => (await Effects(kind, ct)).Count;

    /// <summary>The effects of a kind that the API made: when, and in which words.</summary>
    public async Task<IReadOnlyList<(DateTimeOffset Time, string Text)>> Effects(string kind, CancellationToken ct)
    {
        var journal = await _http.GetFromJsonAsync<JsonElement>($"sandbox/journal?kind={kind}", ct);
        return [.. journal.EnumerateArray().Where(e => e.GetProperty("actor").GetString() == "api")
            .Select(e => (e.GetProperty("time").GetDateTimeOffset(), e.TryGetProperty("text", out var text) ? text.GetString() ?? "" : ""))];
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await process.DisposeAsync();
    }

    public override string ToString() => $"{address} → {webhooks}\n{process.Output()}";

    private async Task<JsonElement> Post(string path, object body, CancellationToken ct)
    {
        using var answer = await _http.PostAsJsonAsync(path, body, ct);
        var text = await answer.Content.ReadAsStringAsync(ct);
        answer.IsSuccessStatusCode.ShouldBeTrue($"{path}: {text}");
        return JsonDocument.Parse(text).RootElement.Clone();
    }
}
