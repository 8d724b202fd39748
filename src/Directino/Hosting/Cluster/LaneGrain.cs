using Directino.Intake;
using Directino.Ledger;
using Microsoft.Extensions.Logging;
using Orleans.Placement;

namespace Directino.Hosting.Cluster;

[RandomPlacement]
internal sealed partial class LaneGrain(
    DueRunner due, IntakeProcessor intake, IWakeUp wakeUp, ILogger<LaneGrain> logger) : Grain, ILaneGrain
{
    private bool _ticking;
    private bool _processing;
    private bool _again;

    private int Lane => (int)this.GetPrimaryKeyLong();

    public async Task Tick()
    {
        if (_ticking)
            return;
        _ticking = true;
        try
        {
            foreach (var account in await due.Waiting(Lane, CancellationToken.None))
                wakeUp.Account(account);
            await due.RunLane(Lane, CancellationToken.None);
        }
        catch (Exception error)
        {
            LogLaneFailed(error, Lane);
        }
        finally
        {
            _ticking = false;
        }

        await Wake();
    }

    public async Task Wake()
    {
        _again = true;
        if (_processing)
            return;
        _processing = true;
        try
        {
            while (_again)
            {
                _again = false;
                while (await intake.RunLane(Lane, CancellationToken.None))
                {
                }
            }
        }
        catch (Exception error)
        {
            LogLaneFailed(error, Lane);
        }
        finally
        {
            _processing = false;
        }
    }

    [LoggerMessage(LogLevel.Error, "Lane {Lane} failed; it is tried again at the next tick")]
    private partial void LogLaneFailed(Exception error, int lane);
}
