using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Directino.Tests.Media.Reach;

/// <summary>What may stand in front of an installation: answers each request with the bytes it is told, over a bare socket, and notes what was asked.</summary>
internal sealed class Doorman : IAsyncDisposable
{
    public const string Reached = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 7\r\nConnection: close\r\n\r\nreached";

    private readonly TcpListener _door = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _over = new();
    private readonly X509Certificate2? _certificate;
    private readonly Task _work;

    public Doorman(bool secure = false)
    {
        _certificate = secure ? SelfSigned() : null;
        _door.Start();
        _work = Work();
    }

    public string Address => $"{(_certificate is null ? "http" : "https")}://{_door.LocalEndpoint}";

    public List<string> Asked { get; } = [];

    /// <summary>The whole answer to a path, head and body; null keeps silent.</summary>
    public Func<string, byte[]?> Answers { get; set; } = _ => Encoding.ASCII.GetBytes(Reached);

    /// <summary>Completed when somebody has asked and waits.</summary>
    public TaskCompletionSource Waits { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Say(string head, byte[]? body = null) => Answers = _ => [.. Encoding.ASCII.GetBytes(head.ReplaceLineEndings("\r\n") + "\r\nConnection: close\r\n\r\n"), .. body ?? []];

    /// <summary>Lets everybody through to this file, and to whether the way is free.</summary>
    public void Lend(byte[] file, string type = "image/jpeg") => Answers = path =>
        path == "/media/reach" ? Encoding.ASCII.GetBytes(Reached)
        : path == "/robots.txt" ? Encoding.ASCII.GetBytes("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        : [.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: {type}\r\nContent-Length: {file.Length}\r\nConnection: close\r\n\r\n"), .. file];

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        _door.Stop();
        await _work;
        _over.Dispose();
        _certificate?.Dispose();
    }

    private async Task Work()
    {
        var serving = new List<Task>();
        try
        {
            while (true)
                serving.Add(Serve(await _door.AcceptTcpClientAsync(_over.Token)));
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(serving);
        }
    }

    private async Task Serve(TcpClient client)
    {
        using var _ = client;
        try
        {
            Stream stream = client.GetStream();
            if (_certificate is not null)
            {
                var secure = new SslStream(stream);
                await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _over.Token);
                stream = secure;
            }

            using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
            var head = new StringBuilder();
            while (await reader.ReadLineAsync(_over.Token) is { Length: > 0 } line)
                head.AppendLine(line);
            if (head.Length == 0)
                return;
            lock (Asked)
                Asked.Add(head.ToString());
            if (Answers(head.ToString().Split(' ')[1]) is { } answer)
            {
                await stream.WriteAsync(answer, _over.Token);
                return;
            }

            Waits.TrySetResult();
            await new TaskCompletionSource().Task.WaitAsync(_over.Token);
        }
        catch (Exception error) when (error is IOException or OperationCanceledException or System.Security.Authentication.AuthenticationException)
        {
            // Who asked has gone.
        }
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=plan.example.org", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
    }
}
