using Directino.Instagram;
using Directino.Media;
using Directino.Media.Reach;
using Directino.Planning;

namespace Directino.Publishing;

/// <summary>Whether Instagram can fetch the files of a post. A video that is sent to Instagram (Facebook's login) needs no link and is not looked at, nor is what is posted by hand.</summary>
public sealed class PostReach(MediaReach reach)
{
    /// <param name="media">The items of the post and its cover, as far as they are there.</param>
    /// <param name="login">The account's; null when none is chosen.</param>
    /// <param name="anew">Also what was looked at a moment ago.</param>
    /// <returns>In the order of the post, its cover last; empty when there is nothing to fetch, or nobody wants it looked at (<see cref="MediaOptions.ReachCheck"/>).</returns>
    public Task<IReadOnlyList<ReachReading>> Look(
        PostContent content, IReadOnlyCollection<MediaItem> media, InstagramLogin? login, bool anew, CancellationToken ct) =>
        reach.Files(content.Options.ByHand ? [] : ContainerMaking.Fetched(content, media, login), anew, ct);
}
