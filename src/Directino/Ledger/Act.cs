using System.Security.Cryptography;
using System.Text;
using Directino.Accounts;
using Directino.Persistence;
using Directino.Privacy;

namespace Directino.Ledger;

/// <summary>
/// One outward act on a user's behalf: recorded before it is done, claimed before the call, finished after it.
/// Outbox, audit trail and idempotency in one. <c>Intended → Sending → Done | Refused | Failed | Unknown → Done | Failed</c>.
/// </summary>
public sealed class Act : IWorkspaceRow
{
    public required ActId Id { get; init; }

    public required WorkspaceId WorkspaceId { get; init; }

    public required AccountId AccountId { get; init; }

    /// <summary>Name of the <see cref="IActKind"/> that performs it.</summary>
    [NotPersonal("A name of the program's.")]
    public required string Kind { get; init; }

    public required Capability Capability { get; init; }

    public required CauseKind CauseKind { get; init; }

    public required Guid CauseId { get; init; }

    [NotPersonal("A step or an id of the program's, or the name of a key.")]
    public string? CauseDetail { get; init; }

    /// <summary>What it is about: the post, the comment, the conversation (our id).</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>The person at Instagram it is addressed to, where there is one.</summary>
    [Personal(PersonalCategory.FollowerIdentity, "To prove what was sent to whom, and to erase it on request.", Retention.TwelveMonths, Eraser.WithFollower)]
    public string? FollowerId { get; init; }

    /// <summary>What exactly is asked of Instagram, as the kind's own JSON record.</summary>
    [Personal(PersonalCategory.AccountContent, "To do exactly what was decided, once, and to show it afterwards.", Retention.TwelveMonths, Eraser.WithFollower)]
    public required string Request { get; init; }

    /// <summary>SHA-256 of kind and request, lower-case hex.</summary>
    [NotPersonal("A hash.")]
    public required string Fingerprint { get; init; }

    /// <summary>Makes the act one of a kind within its account: a second intent with the same key is the same act.</summary>
    [NotPersonal("An id of the program's.")]
    public required string OnceKey { get; init; }

    public required Urgency Urgency { get; init; }

    public ActState State { get; private set; } = ActState.Intended;

    public int Attempts { get; private set; }

    /// <summary>When it is next looked at: to be sent, retried or looked up.</summary>
    public required DateTimeOffset DueAt { get; set; }

    /// <summary>Spreads the due index over the cluster: 0 to <see cref="Lanes.Count"/> - 1, by account.</summary>
    public required int Lane { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The run of the program that claimed it, so that another run knows an orphan.</summary>
    public Guid? ClaimedBy { get; private set; }

    public DateTimeOffset? SendingSince { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>What Instagram called the result: media, comment, message or container id.</summary>
    [Personal(PersonalCategory.AccountContent, "To find the result again at Instagram.", Retention.TwelveMonths, Eraser.WithAccount)]
    public string? InstagramId { get; private set; }

    /// <summary>Name of the rule that refused it, or of the error that ended or delays it.</summary>
    [NotPersonal("A name of the program's.")]
    public string? Reason { get; private set; }

    /// <summary>Code, subcode and trace id of Instagram's last error, for support.</summary>
    [NotPersonal("Error codes.")]
    public string? ErrorDetail { get; private set; }

    public bool IsOpen => State is ActState.Intended or ActState.Sending or ActState.Unknown;

    public Cause Cause => new(CauseKind, CauseId, CauseDetail);

    public static string FingerprintOf(string kind, string request) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(kind + "\n" + request)));

    /// <summary>A run of the program takes it, right before the call.</summary>
    public void Claim(Guid run, DateTimeOffset now)
    {
        State = ActState.Sending;
        ClaimedBy = run;
        SendingSince = now;
        Attempts++;
    }

    public void End(ActState state, DateTimeOffset now, string? instagramId = null, string? reason = null, string? detail = null)
    {
        State = state;
        EndedAt = now;
        InstagramId = instagramId ?? InstagramId;
        Reason = reason;
        ErrorDetail = detail;
    }

    /// <summary>It did not happen; it will be tried again then.</summary>
    public void TryAgain(DateTimeOffset at, string reason, string? detail = null)
    {
        State = ActState.Intended;
        DueAt = at;
        Reason = reason;
        ErrorDetail = detail;
        ClaimedBy = null;
        SendingSince = null;
    }

    /// <summary>It may have happened; it will be looked up then.</summary>
    public void LoseSight(DateTimeOffset lookUpAt, string reason, string? detail = null)
    {
        State = ActState.Unknown;
        DueAt = lookUpAt;
        Reason = reason;
        ErrorDetail = detail;
    }
}
