using System.Security.Cryptography;
using System.Text.Json;

namespace Directino.Web.Hosting;

/// <summary>Secrets that the product and its own sandbox share, made at first start, so that none is the same in two installations.</summary>
internal sealed record SandboxSecrets(string AppSecret, string MetaAppSecret, string VerifyToken)
{
    public static SandboxSecrets FromFile(string path)
    {
        if (File.Exists(path))
            return JsonSerializer.Deserialize<SandboxSecrets>(File.ReadAllText(path)) ?? throw new InvalidDataException($"{path} is empty.");
        var made = new SandboxSecrets(Secret(), Secret(), Secret());
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(path, options);
        writer.Write(JsonSerializer.Serialize(made));
        return made;
    }

    private static string Secret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}
