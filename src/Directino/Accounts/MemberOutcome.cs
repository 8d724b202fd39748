namespace Directino.Accounts;

/// <summary>How a change to who belongs to a workspace ended.</summary>
public enum MemberOutcome
{
    Done,

    /// <summary>No such member or invitation here, or it is used up, withdrawn or too old.</summary>
    NotFound,

    /// <summary>The role may not hand out or take away that much.</summary>
    NotAllowed,

    /// <summary>A workspace keeps at least one owner.</summary>
    LastOwner,

    AlreadyMember,
    EmailInvalid,
}
