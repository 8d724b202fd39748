using Directino.Accounts;
using Directino.Persistence;
using Directino.Privacy;

namespace Directino.Insights;

/// <summary>
/// A number Instagram told, with where it came from and when; or why there is none. What was told once stays when a later
/// question fails: only its age grows.
/// </summary>
public abstract class StoredNumber : IWorkspaceRow
{
    public required WorkspaceId WorkspaceId { get; init; }

    public required AccountId AccountId { get; init; }

    /// <summary>Instagram's name of it, see <see cref="MetricNames"/>.</summary>
    [NotPersonal("A name of Instagram's.")]
    public required string Metric { get; init; }

    public long? Value { get; private set; }

    /// <summary>Null exactly when there is a <see cref="Value"/>.</summary>
    public NumberGap? Missing { get; private set; } = NumberGap.NotRead;

    /// <summary>Which call told it, one of <see cref="NumberSource"/>.</summary>
    [NotPersonal("A name of the program's.")]
    public string Source { get; private set; } = NumberSource.Account;

    /// <summary>When the value was told; of a missing number, when it was missed.</summary>
    public DateTimeOffset FetchedAt { get; private set; }

    /// <summary>When it was last asked for.</summary>
    public DateTimeOffset AskedAt { get; private set; }

    public void Take(Told told, string source, DateTimeOffset now)
    {
        AskedAt = now;
        if (told.Value is null && Value is not null)
            return;
        (Value, Missing, Source, FetchedAt) = (told.Value, told.Value is null ? told.Missing : null, source, now);
    }
}

/// <summary>What a question brought: a value, or why there is none.</summary>
public readonly record struct Told(long? Value, NumberGap Missing)
{
    public static Told Of(decimal? value, NumberGap otherwise) => new(value is { } number ? (long)Math.Round(number) : null, otherwise);
}

/// <summary>Names of the calls numbers come from. Resources hold the words under <c>Source.{name}</c>.</summary>
public static class NumberSource
{
    public const string Account = "account";
    public const string AccountDay = "account-day";
    public const string AccountSeries = "account-series";
    public const string AccountWindow = "account-window";
    public const string Media = "media";
}
