using System.Runtime.CompilerServices;

namespace Directino.Instagram.Tests;

/// <summary>
/// Compares a text with its approved file under <c>Approved/</c>. Run the tests with <c>UPDATE_APPROVED=1</c> to write what is sent now,
/// then read the difference before committing it.
/// </summary>
internal static class Approved
{
    public static void Matches(string name, string text, [CallerFilePath] string caller = "")
    {
        var file = Path.Combine("Approved", $"{name}.txt");
        if (Environment.GetEnvironmentVariable("UPDATE_APPROVED") == "1")
        {
            var source = Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(caller))!, file);
            Directory.CreateDirectory(Path.GetDirectoryName(source)!);
            File.WriteAllText(source, text + "\n");
            return;
        }

        var approved = Path.Combine(AppContext.BaseDirectory, file);
        File.Exists(approved).ShouldBeTrue($"{file} is missing: run with UPDATE_APPROVED=1 and read what it writes");
        File.ReadAllText(approved).ReplaceLineEndings("\n").TrimEnd('\n').ShouldBe(text);
    }
}
