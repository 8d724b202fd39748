namespace Directino.Media.Library;

/// <summary>In how many posts something is.</summary>
/// <param name="Drafts">Not planned for a moment, or not out although they should be.</param>
/// <param name="Scheduled">Planned, or on their way.</param>
/// <param name="Unsaved">What members are writing and have not saved.</param>
public sealed record MediaUses(int Drafts = 0, int Scheduled = 0, int Published = 0, int Unsaved = 0)
{
    public static readonly MediaUses None = new();

    public int All => Drafts + Scheduled + Published + Unsaved;

    public static MediaUses operator +(MediaUses left, MediaUses right) => new(
        left.Drafts + right.Drafts, left.Scheduled + right.Scheduled, left.Published + right.Published, left.Unsaved + right.Unsaved);
}
