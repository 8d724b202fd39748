using System.ComponentModel.DataAnnotations;

namespace Directino.Mail;

/// <summary>Section <c>Mail</c>.</summary>
public sealed class MailOptions
{
    /// <summary>SMTP server. Default: none; mails then go into the mail folder, readable in the product.</summary>
    public string? Host { get; set; }

    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>How the connection is secured. Default: STARTTLS where the server offers it.</summary>
    public MailSecurity Security { get; set; } = MailSecurity.StartTls;

    /// <summary>Sender of all mails. Default: <c>directino@localhost</c>.</summary>
    [Required, EmailAddress]
    public string From { get; set; } = "directino@localhost";
}

public enum MailSecurity
{
    None,
    StartTls,
    Tls,
}
