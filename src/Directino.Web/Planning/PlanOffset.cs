namespace Directino.Web.Planning;

/// <summary>How far something is moved in time; earlier when it is negative.</summary>
public readonly record struct PlanOffset(int Count, OffsetUnit Unit)
{
    public int Days => Unit == OffsetUnit.Weeks ? 7 * Count : Count;
}

public enum OffsetUnit
{
    Days,
    Weeks,
    Hours,
}
