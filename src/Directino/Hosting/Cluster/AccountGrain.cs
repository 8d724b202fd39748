using Directino.Accounts;
using Directino.Ledger;
using Microsoft.Extensions.Logging;

namespace Directino.Hosting.Cluster;

internal sealed partial class AccountGrain(AccountWorker worker, TimeProvider clock, ILogger<AccountGrain> logger) : Grain, IAccountGrain
{
    private Guid _run = Guid.CreateVersion7(clock.GetUtcNow());
    private bool _working;
    private bool _again;

    public async Task Wake()
    {
        _again = true;
        if (_working)
            return;
        _working = true;
        try
        {
            while (_again)
            {
                _again = false;
                await WorkOff();
            }
        }
        finally
        {
            _working = false;
        }
    }

    private async Task WorkOff()
    {
        try
        {
            var account = AccountId.Of(this.GetPrimaryKey());
            while (await worker.RunNext(account, _run, CancellationToken.None))
            {
            }
        }
        catch (Exception error)
        {
            // What this run left half done is looked at by the next as an orphan's.
            _run = Guid.CreateVersion7(clock.GetUtcNow());
            LogRunFailed(error, this.GetPrimaryKey());
        }
    }

    [LoggerMessage(LogLevel.Error, "The run of account {Account} failed; the due index starts another")]
    private partial void LogRunFailed(Exception error, Guid account);
}
