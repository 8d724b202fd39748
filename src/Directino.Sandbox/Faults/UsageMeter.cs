using System.Text.Json.Nodes;
using Directino.Sandbox.Accounts;
using Directino.Sandbox.Graph;
using Directino.Sandbox.Journal;

namespace Directino.Sandbox.Faults;

/// <summary>The two usage headers and the throttle. Percentages are set by the tester; calling while throttled makes the wait longer.</summary>
public sealed class UsageMeter(World world)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Usage> _accounts = new(StringComparer.Ordinal);
    private Usage _app = new(1, 1, 1);
    private Throttle? _throttle;

    public void SetApp(Usage usage)
    {
        lock (_gate)
        {
            _app = usage;
        }
    }

    public void SetAccount(string accountId, Usage usage)
    {
        lock (_gate)
        {
            _accounts[accountId] = usage;
        }
    }

    /// <summary>Every call (of one account, or all) is answered with the code until the clock has passed the time.</summary>
    public void StartThrottle(int code, string? accountId, int minutes)
    {
        lock (_gate)
        {
            _throttle = new(code, accountId, world.Now + TimeSpan.FromMinutes(minutes), TimeSpan.FromMinutes(Math.Max(1, minutes / 5)));
        }
    }

    public void StopThrottle()
    {
        lock (_gate)
        {
            _throttle = null;
        }
    }

    internal void Stamp(HttpContext http, SandboxAccount? account)
    {
        lock (_gate)
        {
            var blocked = MinutesBlocked(account);
            http.Response.Headers["X-App-Usage"] = Show(blocked > 0 && _throttle!.Code == 4 ? new(100, 100, 100) : _app).ToJsonString();
            if (account is null) return;
            var usage = blocked > 0 && _throttle!.Code != 4 ? new(100, 100, 100) : _accounts.GetValueOrDefault(account.Id, new(1, 1, 1));
            var row = Show(usage);
            row["type"] = "instagram";
            row["estimated_time_to_regain_access"] = blocked;
            http.Response.Headers["X-Business-Use-Case-Usage"] = new JsonObject { [account.Id] = new JsonArray(row) }.ToJsonString();
        }
    }

    /// <summary>Throws while throttled, and pushes the end further out; the headers of the refusal already say so.</summary>
    internal void Check(HttpContext http, SandboxAccount? account)
    {
        lock (_gate)
        {
            if (MinutesBlocked(account) == 0) return;
            _throttle = _throttle! with { Until = _throttle.Until + _throttle.Penalty };
            Stamp(http, account);
            throw GraphErrors.Row(_throttle.Code);
        }
    }

    private int MinutesBlocked(SandboxAccount? account)
    {
        if (_throttle is null || (_throttle.AccountId is { } only && only != account?.Id)) return 0;
        var left = _throttle.Until - world.Now;
        return left <= TimeSpan.Zero ? 0 : (int)Math.Ceiling(left.TotalMinutes);
    }

    private static JsonObject Show(Usage usage) => new() { ["call_count"] = usage.CallCount, ["total_time"] = usage.TotalTime, ["total_cputime"] = usage.TotalCpuTime };

    private sealed record Throttle(int Code, string? AccountId, DateTimeOffset Until, TimeSpan Penalty);
}

/// <summary>Percentages as whole numbers.</summary>
public sealed record Usage(int CallCount, int TotalTime, int TotalCpuTime);
