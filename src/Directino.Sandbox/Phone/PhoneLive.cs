using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Directino.Sandbox.Journal;

namespace Directino.Sandbox.Phone;

/// <summary>Says "look again" whenever the world has changed. Says it once at the start, for what happened before somebody listened.</summary>
internal static class PhoneLive
{
    public static async IAsyncEnumerable<SseItem<string>> Changes(World world, IHostApplicationLifetime life, [EnumeratorCancellation] CancellationToken stop)
    {
        // An open stream would hold up the shutdown, so it ends with the app.
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop, life.ApplicationStopping);
        var bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        void Ring() => bell.Writer.TryWrite(true);
        world.Changed += Ring;
        using var close = ending.Token.Register(() => bell.Writer.TryComplete());
        try
        {
            Ring();
            while (await bell.Reader.WaitToReadAsync(CancellationToken.None))
            {
                while (bell.Reader.TryRead(out _)) yield return new SseItem<string>("look");
            }
        }
        finally
        {
            world.Changed -= Ring;
        }
    }
}
