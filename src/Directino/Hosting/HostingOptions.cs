using System.ComponentModel.DataAnnotations;

namespace Directino.Hosting;

/// <summary>Section <c>Hosting</c>.</summary>
public sealed class HostingOptions
{
    /// <summary>What this process does. Default: everything. <c>Web</c> serves pages and stores webhooks, <c>Worker</c> processes, publishes and sends.</summary>
    public HostingRole Role { get; set; } = HostingRole.All;

    /// <summary>Folder for the embedded database, pictures, keys and mails. Default: <c>data</c>.</summary>
    [Required]
    public string DataFolder { get; set; } = "data";

    /// <summary>Address under which people and Instagram reach this installation, for links in mails and for media. Default: the address it listens on.</summary>
    public string? PublicUrl { get; set; }

    /// <summary>Address at which the processes of one cluster reach this one. Default: loopback, for processes on one machine.</summary>
    [Required]
    public string ClusterAddress { get; set; } = "127.0.0.1";

    /// <summary>Port between the processes of one cluster. Default: 0, a free one.</summary>
    [Range(0, 65535)]
    public int ClusterPort { get; set; }
}

public enum HostingRole
{
    All,
    Web,
    Worker,
}
