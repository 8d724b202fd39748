using System.Net.Http.Headers;
using Directino.Sandbox.Graph;
using Directino.Sandbox.Journal;
using Microsoft.Extensions.Options;

namespace Directino.Sandbox.Webhooks;

/// <summary>Posts what waits. One delivery at a time; a body that was answered with 2xx never goes out again.</summary>
public sealed partial class WebhookCourier(
    World world, WebhookCallback callback, SandboxAddress address, IHttpClientFactory clients, IOptions<SandboxOptions> options, ILogger<WebhookCourier> logger) : IDisposable
{
    private static readonly TimeSpan HandshakeRetry = TimeSpan.FromSeconds(2);
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly Dictionary<long, Failure> _failures = [];
    private DateTimeOffset _notBefore = DateTimeOffset.MinValue;

    public WebhookSwitches Switches { get; set; } = new();

    /// <summary>Everything that is due, or with <paramref name="force"/> everything that waits, held or not. Answers when done.</summary>
    public async Task<DeliveryReport> Deliver(bool force, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            var due = Due(force);
            if (due.Count == 0) return new(0, 0, Waiting());
            if (await callback.Address(cancellationToken) is not { } url)
            {
                _notBefore = world.Now + HandshakeRetry;
                return new(0, due.Count, Waiting());
            }
            var (delivered, failed) = (0, 0);
            foreach (var body in due.GroupBy(n => n.Host).SelectMany(host => host.Chunk(Math.Clamp(Switches.Batch, 1, 1000))))
            {
                if (await Post(url, body, cancellationToken)) delivered += body.Length;
                else failed += body.Length;
            }
            return new(delivered, failed, Waiting());
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>When something will be due next; null while nothing waits or there is nowhere to send it.</summary>
    internal DateTimeOffset? NextDue()
    {
        var waiting = world.Read(state => state.Callback is null && options.Value.WebhookUrl is null ? [] : state.Outbox.Select(n => n.Id).ToList());
        if (Switches.Held || waiting.Count == 0) return null;
        lock (_failures)
        {
            var next = waiting.Min(id => _failures.TryGetValue(id, out var failure) ? failure.Next : DateTimeOffset.MinValue);
            return next > _notBefore ? next : _notBefore;
        }
    }

    public void Dispose() => _one.Dispose();

    private List<Notification> Due(bool force)
    {
        var now = world.Now;
        if (!force && (Switches.Held || now < _notBefore)) return [];
        var waiting = world.Read(state => state.Outbox.ToList());
        lock (_failures)
        {
            var due = force ? waiting : [.. waiting.Where(n => !_failures.TryGetValue(n.Id, out var failure) || failure.Next <= now)];
            if (Switches.Reorder) due.Reverse();
            return due;
        }
    }

    private async Task<bool> Post(string url, Notification[] updates, CancellationToken cancellationToken)
    {
        var switches = Switches;
        var body = WebhookBody.Of(updates, world.Now, switches, address.Base);
        var instagram = updates[0].Host == ApiHost.Instagram != switches.WrongSecret;
        var signature = switches.BadSignature ? "sha256=" + new string('0', 64) : WebhookBody.Signature(body, instagram ? options.Value.AppSecret : options.Value.MetaAppSecret);
        var status = 0;
        for (var copy = 0; copy < Math.Max(1, switches.Duplicate); copy++)
        {
            var answered = await Once(url, body, signature, cancellationToken);
            status = status is >= 200 and < 300 ? status : answered;
        }
        var ids = updates.Select(u => u.Id).ToList();
        if (status is >= 200 and < 300)
        {
            Forget(ids);
            world.Record(Actors.Platform, new NotificationDelivered(ids, updates[0].AccountId, status));
            return true;
        }
        LogRefused(updates.Length, status);
        foreach (var update in updates) Failed(update);
        return false;
    }

    private async Task<int> Once(string url, byte[] body, string signature, CancellationToken cancellationToken)
    {
        try
        {
            using var client = clients.CreateClient(WebhookCallback.Client);
            using var content = new ByteArrayContent(body);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = content };
            request.Headers.TryAddWithoutValidation("X-Hub-Signature-256", signature);
            request.Headers.TryAddWithoutValidation("User-Agent", "facebookexternalua");
            using var answer = await client.SendAsync(request, cancellationToken);
            return (int)answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return 0;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return 0;
        }
    }

    private void Failed(Notification update)
    {
        var now = world.Now;
        bool over;
        lock (_failures)
        {
            var earlier = _failures.GetValueOrDefault(update.Id) ?? new(0, now, now);
            var failure = earlier with { Count = earlier.Count + 1, Next = now + RetrySchedule.Next(update.Messaging, earlier.Count + 1) };
            _failures[update.Id] = failure;
            over = now - failure.First >= RetrySchedule.Life(update.Messaging);
        }
        if (over) GiveUp(update);
    }

    private void GiveUp(Notification update)
    {
        var lost = update.Messaging
            ? world.Read(state => state.Outbox.Where(n => n.Messaging && n.Host == update.Host && n.AccountId == update.AccountId).Select(n => n.Id).ToList())
            : [update.Id];
        Forget(lost);
        world.Act(Actors.Platform, null, act =>
        {
            act.Record(new NotificationDropped(lost, update.AccountId, update.Messaging ? "unsubscribed after an hour of failures" : "given up after 36 hours"));
            if (update.Messaging) act.Record(new Unsubscribed(update.Host, update.AccountId));
            return true;
        });
    }

    private void Forget(IReadOnlyList<long> ids)
    {
        lock (_failures)
        {
            foreach (var id in ids) _failures.Remove(id);
        }
    }

    private int Waiting() => world.Read(state => state.Outbox.Count);

    private sealed record Failure(int Count, DateTimeOffset First, DateTimeOffset Next);

    [LoggerMessage(LogLevel.Warning, "The webhook callback did not take {Count} updates: status {Status}")]
    private partial void LogRefused(int count, int status);
}

public sealed record DeliveryReport(int Delivered, int Failed, int Waiting);
