using Directino.Labels;
using Directino.Media;
using Directino.Planning.Campaigns;

namespace Directino.Planning.Files;

/// <summary>A row with what it means, and everything that stands in its way.</summary>
/// <param name="At">When it is to go out, or might.</param>
/// <param name="Zone">The clock that its time is on.</param>
/// <param name="Media">What it shows of the library, in order.</param>
/// <param name="Problems">Those that stop it before those that are good to know.</param>
public sealed record CheckedRow(
    PlanRow Row, PostContent Content, DateTimeOffset? At, string Zone, IReadOnlyList<LabelId> Labels, IReadOnlyList<MediaItem> Media, IReadOnlyList<RowProblem> Problems)
{
    /// <summary>The campaign it is part of.</summary>
    public CampaignId? Campaign { get; init; }

    /// <summary>The post of the plan that this row is already.</summary>
    public PostId? Known => Problems.FirstOrDefault(p => p.Rule is PlanFileRules.AlreadyImported or PlanFileRules.AlreadyThere)?.Post;

    /// <summary>By which the same row is known again, however often its file is sent.</summary>
    public string Key { get; } = RowMeaning.Key(Content, At);

    public bool MayBecome(ImportAs wanted) => !Problems.Any(p => p.Stops(wanted));
}

/// <summary>What the posts of a file become.</summary>
public enum ImportAs
{
    /// <summary>Drafts, at their times if they have any.</summary>
    Drafts,

    /// <summary>They go out at their times.</summary>
    Scheduled,
}

/// <summary>Something about one cell.</summary>
/// <param name="Rule">One of <see cref="PlanFileRules"/>, or of <see cref="PostRules"/> with its objection.</param>
public sealed record RowProblem(PlanColumn Column, string Rule, RowWeight Weight)
{
    /// <summary>What its sentence names.</summary>
    public object[] About { get; init; } = [];

    /// <summary>What the post's own rules say.</summary>
    public Objection? Objection { get; init; }

    /// <summary>The other post that it is about.</summary>
    public PostId? Post { get; init; }

    /// <summary>The two days of an ambiguous date.</summary>
    public RowMoment? Moment { get; init; }

    public bool Stops(ImportAs wanted) => Weight == RowWeight.Stops || (Weight == RowWeight.StopsSchedule && wanted == ImportAs.Scheduled);
}

public enum RowWeight
{
    /// <summary>Good to know.</summary>
    Hint,

    /// <summary>It cannot go out like this, but be a draft.</summary>
    StopsSchedule,

    /// <summary>It cannot even be a draft: what is meant is not known, or it is there already.</summary>
    Stops,
}
