using System.Security.Claims;

namespace Directino.Web.Layout;

/// <summary>The frame of a site that knows people but no accounts.</summary>
internal sealed class BareFrame : IFrameSource
{
    // What it says depends on the person alone and so never changes.
    public event Action? Changed
    {
        add { }
        remove { }
    }

    public Task<FrameState> ReadAsync(ClaimsPrincipal person, CancellationToken cancellationToken) =>
        Task.FromResult(FrameState.Of(person.Identity?.Name));
}
