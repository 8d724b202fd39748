using Directino.Hosting;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Directino.Mail;

/// <summary>Sends mails through SMTP where a server is set, else writes them into the mail folder, where the product shows them.</summary>
public sealed partial class Postman(IOptions<MailOptions> mail, IOptions<HostingOptions> hosting, TimeProvider clock, ILogger<Postman> logger)
{
    private const string WorkspaceHeader = "X-Directino-Workspace";
    private const string OwnersHeader = "X-Directino-Owners";

    public bool UsesFolder => string.IsNullOrEmpty(mail.Value.Host);

    /// <summary>Whether a letter with an id that is sent again still arrives once.</summary>
    public bool SendsOnce => UsesFolder;

    private string Folder => Path.Combine(hosting.Value.DataFolder, "mail");

    /// <summary>Throws when the server refuses, so that it was certainly not sent: the caller says so to the person who asked, or tries again.</summary>
    /// <exception cref="LetterInDoubtException">The server's answer was lost: it may have been sent.</exception>
    public async Task Send(Letter letter, CancellationToken ct)
    {
        var message = Compose(letter);
        if (UsesFolder)
            await Drop(message, letter.Id, ct);
        else
            await Hand(message, ct);
        LogSent(UsesFolder ? "folder" : "smtp");
    }

    /// <summary>Newest first; empty when mails go through a server.</summary>
    public async Task<IReadOnlyList<DroppedMail>> ReadFolder(int most, CancellationToken ct)
    {
        if (!UsesFolder || !Directory.Exists(Folder))
            return [];
        var mails = new List<DroppedMail>();
        foreach (var file in new DirectoryInfo(Folder).GetFiles("*.eml").OrderByDescending(f => f.Name, StringComparer.Ordinal).Take(most))
        {
            using var message = await MimeMessage.LoadAsync(file.FullName, ct);
            mails.Add(new DroppedMail(message.To.ToString(), message.Subject ?? "", message.TextBody ?? "", message.Date)
            {
                Workspace = Guid.TryParse(message.Headers[WorkspaceHeader], out var workspace) ? workspace : null,
                ForOwners = message.Headers[OwnersHeader] is not null,
            });
        }

        return mails;
    }

    private MimeMessage Compose(Letter letter)
    {
        var message = new MimeMessage { Subject = letter.Subject, Date = clock.GetUtcNow() };
        message.From.Add(new MailboxAddress("Directino", mail.Value.From));
        message.To.Add(MailboxAddress.Parse(letter.To));
        // Only for the folder: who may read it there. A real mail says nothing of it.
        if (UsesFolder && letter.Workspace is { } workspace)
            message.Headers.Add(WorkspaceHeader, workspace.ToString());
        if (UsesFolder && letter.ForOwners)
            message.Headers.Add(OwnersHeader, "yes");
        if (letter.Id is { } id)
            message.MessageId = $"{id:N}@{message.From.Mailboxes.Single().Domain}";
        message.Body = new TextPart("plain") { Text = string.Join("\n\n", new[] { letter.Text, letter.Link?.ToString(), letter.Footer }.OfType<string>()) + (letter.Link is null ? "" : "\n") };
        return message;
    }

    private async Task Drop(MimeMessage message, Guid? id, CancellationToken ct)
    {
        Directory.CreateDirectory(Folder);
        if (id is not null && Directory.EnumerateFiles(Folder, $"*-{id:N}.eml").Any())
            return;
        var name = $"{clock.GetUtcNow():yyyyMMddTHHmmssfff}-{id ?? Guid.CreateVersion7(clock.GetUtcNow()):N}.eml";
        await message.WriteToAsync(Path.Combine(Folder, name), ct);
    }

    private async Task Hand(MimeMessage message, CancellationToken ct)
    {
        var options = mail.Value;
        using var smtp = new SmtpClient();
        await smtp.ConnectAsync(options.Host!, options.Port, options.Security switch
        {
            MailSecurity.None => SecureSocketOptions.None,
            MailSecurity.StartTls => SecureSocketOptions.StartTlsWhenAvailable,
            MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        }, ct);
        if (!string.IsNullOrEmpty(options.User))
            await smtp.AuthenticateAsync(options.User, options.Password ?? "", ct);
        try
        {
            await smtp.SendAsync(message, ct);
        }
        catch (Exception error) when (error is not (SmtpCommandException or ServiceNotConnectedException or ServiceNotAuthenticatedException))
        {
            throw new LetterInDoubtException(error);
        }

        try
        {
            await smtp.DisconnectAsync(true, ct);
        }
        catch (Exception error) when (error is IOException or ProtocolException or OperationCanceledException)
        {
            // It is sent; only the farewell was lost.
            LogNoFarewell(error);
        }
    }

    [LoggerMessage(LogLevel.Debug, "The mail server did not say goodbye")]
    private partial void LogNoFarewell(Exception error);

    [LoggerMessage(LogLevel.Information, "A mail was sent by {Way}")]
    private partial void LogSent(string way);
}

/// <summary>A mail in the mail folder.</summary>
public sealed record DroppedMail(string To, string Subject, string Text, DateTimeOffset SentAt)
{
    /// <inheritdoc cref="Letter.Workspace"/>
    public Guid? Workspace { get; init; }

    /// <inheritdoc cref="Letter.ForOwners"/>
    public bool ForOwners { get; init; }
}
