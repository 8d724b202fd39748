namespace Directino.Accounts.Tokens;

/// <summary>Section <c>Secrets</c>.</summary>
public sealed class SecretsOptions
{
    /// <summary>The master key, 32 bytes in base64; usually from the environment. Default: none, the key file is used.</summary>
    public string? MasterKey { get; set; }

    /// <summary>Where the master key lies when <see cref="MasterKey"/> is not set. Default: <c>keys/master.key</c> in the data folder. Back it up apart from the database.</summary>
    public string? MasterKeyFile { get; set; }
}
