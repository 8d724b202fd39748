using Directino.Persistence;
using Directino.Web.Access;

namespace Directino.Web.Home;

/// <summary>Something of one feature that waits for a person. Each feature's things are asked for by a source of their own.</summary>
internal interface INeedsYou
{
    /// <summary>What this visitor may see and do something about, most pressing first.</summary>
    Task<IReadOnlyList<Need>> Read(Visitor visitor, DirectinoContext db, CancellationToken ct);
}

/// <summary>One line of "what needs you".</summary>
/// <param name="Icon">Name in the icon sprite.</param>
/// <param name="Title">What it is, as a sentence.</param>
/// <param name="Why">Why it needs somebody.</param>
/// <param name="Link">Where something can be done about it.</param>
/// <param name="Action">The verb and its object.</param>
internal sealed record Need(string Icon, string Title, string? Why, string Link, string Action, bool IsUrgent = false);
