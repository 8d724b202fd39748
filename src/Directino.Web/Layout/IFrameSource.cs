using System.Security.Claims;

namespace Directino.Web.Layout;

/// <summary>Fills the frame: accounts to switch between, and how much waits where. One per circuit.</summary>
public interface IFrameSource
{
    /// <summary>Raised, on any thread, when what <see cref="ReadAsync"/> would say has changed.</summary>
    event Action? Changed;

    /// <summary>Reads what the frame shows to a person.</summary>
    Task<FrameState> ReadAsync(ClaimsPrincipal person, CancellationToken cancellationToken);
}
