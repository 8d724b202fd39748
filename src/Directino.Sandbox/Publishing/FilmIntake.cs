using Directino.Sandbox.Graph;
using Directino.Sandbox.Journal;
using Directino.Sandbox.Media;
using Microsoft.Extensions.Options;

namespace Directino.Sandbox.Publishing;

/// <summary>Takes a film into a container. What is wrong with it is never an answer: it is found later, in the container's status.</summary>
internal sealed class FilmIntake(PictureStore files, MediaFetch fetch, IOptions<SandboxOptions> options)
{
    public async Task<Container> Fetch(ApiHost host, Container container, string address, CancellationToken cancellationToken)
    {
        try
        {
            return Take(container, await fetch.Bytes(host, "video_url", address, FilmRules.LargestFile, cancellationToken));
        }
        catch (GraphException e) when (e.Error.Subcode is { } subcode)
        {
            return container with { Failure = subcode, FailureReason = e.Error.Message };
        }
    }

    public Container Take(Container container, byte[] bytes)
    {
        var film = FilmReader.Read(bytes);
        var wrong = FilmRules.Judge(container.Kind, film, container.Details.ThumbOffset, options.Value.AllowEditLists);
        return container with
        {
            IsVideo = true, Film = film, File = files.Keep(bytes, ".mp4"), PosterFile = wrong is null ? Poster.Of(film!, files) : null,
            Failure = wrong?.Subcode, FailureReason = wrong?.Why,
        };
    }
}
