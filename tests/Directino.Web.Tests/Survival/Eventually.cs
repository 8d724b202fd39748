namespace Directino.Web.Tests.Survival;

/// <summary>Other processes have clocks of their own: what they do is awaited by looking, never by guessing how long it takes.</summary>
internal static class Eventually
{
    public static async Task<T> Get<T>(Func<Task<T?>> look, string what, CancellationToken ct, Func<Task<string>>? context = null, int tries = 900)
        where T : class
    {
        for (; tries > 0; tries--)
        {
            if (await look() is { } seen)
                return seen;
            await Pause(ct);
        }

        throw new TimeoutException($"It did not come to this: {what}.\n{(context is null ? "" : await context())}");
    }

#pragma warning disable RS0030 // The other process lives on the real clock, and so must the wait for it.
    public static Task Pause(CancellationToken ct) => Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, ct);
#pragma warning restore RS0030
}
