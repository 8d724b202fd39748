namespace Directino.Insights.Sync;

/// <summary>One kind of reading, done a question at a time.</summary>
internal interface IInsightsStep
{
    /// <summary>Asks Instagram the next thing that is wanted, if anything is. False when all is read.</summary>
    Task<bool> Run(SyncTurn turn, CancellationToken ct);
}
