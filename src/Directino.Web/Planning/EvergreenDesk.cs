using Directino.Accounts;
using Directino.Planning;
using Directino.Planning.Evergreen;
using Directino.Web.Access;
using Directino.Web.Layout;
using Directino.Web.Words;
using Microsoft.Extensions.Localization;

namespace Directino.Web.Planning;

/// <summary>What is done with a pool on pages, said in words and taken back. One per circuit.</summary>
public sealed class EvergreenDesk(EvergreenBook book, EvergreenText text, Toasts toasts, IStringLocalizer<EvergreenWords> words)
{
    /// <summary>The rule that forbids it in words; null when it was done.</summary>
    public async Task<string?> Turn(Visitor visitor, EvergreenView view, bool on, CancellationToken ct) =>
        text.Flaw(await book.Set(visitor.Workspace, view.Account.Id, on, null, view.Pool.Version, ct));

    public async Task<string?> Limit(Visitor visitor, EvergreenView view, EvergreenLimits limits, CancellationToken ct)
    {
        var flaw = text.Flaw(await book.Set(visitor.Workspace, view.Account.Id, null, limits, view.Pool.Version, ct));
        if (flaw is null)
            toasts.Say(words["Saved"]);
        return flaw;
    }

    public Task Rest(Visitor visitor, EvergreenPost post, bool resting, CancellationToken ct) => book.Rest(visitor.Workspace, post.Id, resting, ct);

    public async Task Remove(Visitor visitor, EvergreenId id, CancellationToken ct)
    {
        if (await book.Remove(visitor.Workspace, id, ct) is { } removed)
            toasts.Say(words["Removed"], () => book.Restore(removed, CancellationToken.None));
    }

    public async Task Add(Visitor visitor, PostId post, CancellationToken ct) =>
        toasts.Say(text.Flaw(await book.Add(visitor.Workspace, post, visitor.Person, ct)) ?? words["Added"]);
}
