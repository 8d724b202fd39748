using System.Runtime.InteropServices;

namespace Directino.Web.Hosting;

/// <summary>
/// Pictures are worked on outside of the managed heap, in pieces of megabytes. The C library of most Linux systems learns to keep such pieces;
/// told not to, it gives each back when it is no longer used. It also keeps a heap of its own for every few threads; one per processor is enough.
/// </summary>
internal static class NativeMemory
{
    /// <summary><c>M_MMAP_THRESHOLD</c> of <c>mallopt(3)</c>; set once, it grows no more.</summary>
    private const int MmapThreshold = -3;
    private const int LargePiece = 256 * 1024;

    /// <summary><c>M_ARENA_MAX</c>.</summary>
    private const int MostHeaps = -8;

    private delegate int SetOption(int option, int value);

    public static void GiveLargePiecesBack()
    {
        if (!OperatingSystem.IsLinux() || !NativeLibrary.TryLoad("libc.so.6", out var library) || !NativeLibrary.TryGetExport(library, "mallopt", out var address))
            return;
        var set = Marshal.GetDelegateForFunctionPointer<SetOption>(address);
        set(MmapThreshold, LargePiece);
        set(MostHeaps, Math.Max(2, Environment.ProcessorCount));
    }
}
