namespace Directino.Ledger;

/// <summary>How long to wait before another try: 2 s, 4 s, 8 s … at most 10 minutes, spread a little so that not all come at once.</summary>
public static class Backoff
{
    public static TimeSpan After(int attempts)
    {
        var seconds = Math.Min(600, Math.Pow(2, Math.Clamp(attempts, 1, 10)));
        return TimeSpan.FromSeconds(seconds * (0.85 + (Random.Shared.NextDouble() * 0.3)));
    }
}
