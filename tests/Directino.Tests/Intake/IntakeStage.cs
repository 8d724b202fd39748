using System.Security.Cryptography;
using System.Text;
using Directino.Accounts;
using Directino.Instagram;
using Directino.Intake;
using Directino.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Directino.Tests.Intake;

/// <summary>The intake with one connected account and a handler that does as it is told.</summary>
internal sealed class IntakeStage : IAsyncDisposable
{
    private IntakeStage(Studio.Studio studio, ConnectedAccount account, FakeIntake handler) => (Studio, Account, Handler) = (studio, account, handler);

    public Studio.Studio Studio { get; }

    public ConnectedAccount Account { get; }

    public FakeIntake Handler { get; }

    public static async Task<IntakeStage> Open()
    {
        var handler = new FakeIntake();
        var studio = await Tests.Studio.Studio.Open(s => s.RemoveAll<IIntakeHandler>().AddSingleton<IIntakeHandler>(handler));
        var workspace = await studio.OpenWorkspace();
        return new IntakeStage(studio, await workspace.Connect("nora.bakes"), handler);
    }

    public string Message(string person, string mid, long at = 1_764_000_000_000, string text = "Hello") =>
        $$$"""{"object":"instagram","entry":[{"id":"{{{Account.InstagramId}}}","time":{{{at}}},"messaging":[{"sender":{"id":"{{{person}}}"},"recipient":{"id":"{{{Account.InstagramId}}}"},"timestamp":{{{at}}},"message":{"mid":"{{{mid}}}","text":"{{{text}}}"}}]}]}""";

    public Task<bool> Deliver(string body) => Deliver(Encoding.UTF8.GetBytes(body));

    public Task<bool> Deliver(byte[] body, string? signature = null) =>
        Studio.Get<WebhookReceiver>().Receive(body, signature ?? Sign(body));

    public string Sign(byte[] body) => "sha256=" + Convert.ToHexStringLower(
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(Studio.Get<InstagramClientOptions>().AppSecret), body));

    public async Task Process()
    {
        for (var lane = 0; lane < Lanes.Count; lane++)
        {
            while (await Studio.Get<IntakeProcessor>().RunLane(lane, CancellationToken.None))
            {
            }
        }
    }

    public async Task<List<IntakeEvent>> Stored()
    {
        await using var db = Studio.Database.OpenEverywhere();
        return await db.Set<IntakeEvent>().AsNoTracking().OrderBy(e => e.Id).ToListAsync();
    }

    public ValueTask DisposeAsync() => Studio.DisposeAsync();
}
