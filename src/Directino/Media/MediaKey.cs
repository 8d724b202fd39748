using Directino.Accounts;

namespace Directino.Media;

/// <summary><c>{workspace}/{first two of the hash}/{hash}</c></summary>
internal static class MediaKey
{
    public static string Of(WorkspaceId workspace, ReadOnlySpan<byte> hash)
    {
        var name = Convert.ToHexStringLower(hash);
        return $"{workspace.Value:N}/{name[..2]}/{name}";
    }
}
