using Directino.Accounts;
using Directino.Planning.Queue;
using Directino.Web.Access;
using Directino.Web.Layout;
using Directino.Web.Words;
using Microsoft.Extensions.Localization;

namespace Directino.Web.Planning;

/// <summary>What is done with a queue on pages, said in words and taken back. One per circuit.</summary>
public sealed class QueueDesk(QueueBook book, QueueText text, Toasts toasts, IStringLocalizer<QueueWords> words)
{
    public async Task Shuffle(Visitor visitor, AccountId account, CancellationToken ct)
    {
        if (await book.Shuffle(visitor.Workspace, account, visitor.Person, Random.Shared, ct) is var outcome && outcome is QueueOutcome.Done done)
            toasts.Say(words["Shuffled", Numbers.Say(done.Moves.Count)], () => PutBack(visitor, account, done.Moves));
        else
            Refuse(outcome);
    }

    public async Task Hold(Visitor visitor, AccountId account, CancellationToken ct)
    {
        if (await book.Hold(visitor.Workspace, account, ct) is var outcome && outcome is QueueOutcome.Done done)
            toasts.Say(words["WasHeld", Numbers.Say(done.Moves.Count)], () => Release(visitor, account, CancellationToken.None));
        else
            Refuse(outcome);
    }

    public async Task Release(Visitor visitor, AccountId account, CancellationToken ct)
    {
        if (await book.Release(visitor.Workspace, account, visitor.Person, ct) is var outcome && outcome is QueueOutcome.Done done)
        {
            if (done.Moves.Count > 0)
                toasts.Say(words["WasReleased", Numbers.Say(done.Moves.Count)]);
        }
        else
        {
            Refuse(outcome);
        }
    }

    private async Task PutBack(Visitor visitor, AccountId account, IReadOnlyList<QueueMove> moves) =>
        Refuse(await book.PutBack(visitor.Workspace, account, visitor.Person, moves, CancellationToken.None));

    private void Refuse(QueueOutcome outcome)
    {
        if (outcome is QueueOutcome.Refused refused)
            toasts.Say(text.Rule(refused.Rule));
    }
}
