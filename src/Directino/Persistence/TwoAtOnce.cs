using Microsoft.EntityFrameworkCore;

namespace Directino.Persistence;

/// <summary>For a person's change that meets another one of the same rows, most often the handling of what fell due at that moment.</summary>
internal static class TwoAtOnce
{
    private const int MostTries = 5;

    public static Task Retry(Func<Task> change) => Retry(async () =>
    {
        await change();
        return true;
    });

    /// <summary>Makes the change again on what is there now. <paramref name="change"/> opens its own context and does nothing else that lasts before it saves.</summary>
    public static async Task<T> Retry<T>(Func<Task<T>> change)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await change();
            }
            catch (DbUpdateConcurrencyException) when (tries < MostTries)
            {
                // What was read is old by now.
            }
        }
    }
}
