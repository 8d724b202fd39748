namespace Directino.Planning.ByHand;

/// <summary>Which objections hold for a post that is posted by hand: what only Meta's API or the login asks for does not.</summary>
internal static class HandCheck
{
    /// <summary>It cannot be posted like this by anybody, or is not complete.</summary>
    public static bool Blocks(Objection objection) => objection.Rule is
        PostRules.AccountMissing or PostRules.PictureMissing or PostRules.VideoMissing or PostRules.ReelNeedsVideo or PostRules.ReelIsOneVideo or PostRules.StoryIsOneItem
        or PostRules.VideoIsReel or PostRules.TooManyItems or PostRules.TooManyPeople or PostRules.AltTextTooLong or PostRules.CaptionTooLong or PostRules.TooManyHashtags
        or PostRules.TooManyMentions or PostRules.TooManyCollaborators or PostRules.CommentTooLong or PostRules.CommentsAreOff or PostRules.CoverMissing
        or PostRules.CoverOutsideVideo or PostRules.SlotMissing or PostRules.SlotInThePast;

    /// <summary>Instagram's app crops, shortens or shrinks such a file, so it is good to know and stands in nobody's way.</summary>
    public static bool Advises(Objection objection) => objection.Fault is not null || objection.Rule == PostRules.CoverTooLarge;
}
