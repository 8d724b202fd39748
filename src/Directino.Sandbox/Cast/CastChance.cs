namespace Directino.Sandbox.Cast;

/// <summary>Chance that is always the same: a value between 0 and 1 for a name and a number, whatever was asked before.</summary>
internal static class CastChance
{
    public static double Of(string name, long number)
    {
        var x = 0xcbf29ce484222325UL;
        foreach (var c in name) x = (x ^ c) * 0x100000001b3UL;
        x += 0x9e3779b97f4a7c15UL * (ulong)(number + 1);
        x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9UL;
        x = (x ^ (x >> 27)) * 0x94d049bb133111ebUL;
        return ((x ^ (x >> 31)) >> 11) / (double)(1UL << 53);
    }

    /// <summary>1, give or take <paramref name="spread"/>.</summary>
    public static double Around(string name, long number, double spread) => 1 + (((2 * Of(name, number)) - 1) * spread);
}
