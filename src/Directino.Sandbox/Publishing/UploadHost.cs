using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Directino.Sandbox.Faults;
using Directino.Sandbox.Graph;
using Directino.Sandbox.Journal;
using Directino.Sandbox.Login;
using Directino.Sandbox.Media;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace Directino.Sandbox.Publishing;

/// <summary>
/// <c>rupload.facebook.com</c>: takes the film of a container in one or more pieces. What arrived before a connection broke stays, in memory only;
/// <c>GET</c> on the same address tells how much that is.
/// </summary>
internal sealed class UploadHost(World world, FilmIntake films, TokenCheck tokens, FaultyCall faulty, IOptions<SandboxOptions> options)
{
    private readonly ConcurrentDictionary<string, MemoryStream> _arrived = new(StringComparer.Ordinal);

    public async Task Handle(HttpContext http, string version, string id)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = null;
        try
        {
            var call = await GraphCall.Read(http, ApiHost.Facebook, world, options.Value);
            call.Version = version;
            call.Node = world.Read(state => GraphNode.Find(state, options.Value, call.Host, id, null));
            await faulty.Run(http, "upload", call.Node.Account, call.RequestId, async () =>
            {
                var answer = await Answer(call);
                return () => GraphAnswer.Write(http, answer);
            });
        }
        catch (GraphException e)
        {
            await GraphAnswer.Write(http, Fault(e.Error.Message, e.Error.Transient == true), StatusCodes.Status400BadRequest);
        }
    }

    private async Task<JsonObject> Answer(GraphCall call)
    {
        Demand(call);
        var container = call.Node.Container;
        if (call.Method == "GET") return new JsonObject { ["offset"] = container.AwaitsUpload ? Arrived(container.Id) : container.Film?.Bytes ?? 0 };
        if (!container.AwaitsUpload) throw Wrong("the upload is complete already");
        if (call.Http.Request.Headers["file_url"].ToString() is { Length: > 0 } address)
        {
            Finish(call, await films.Fetch(call.Host, container, address, call.Cancelled));
            return Done();
        }
        var (offset, total) = (Header(call, "offset"), Header(call, "file_size"));
        if (total is <= 0 or > FilmRules.LargestFile) throw Wrong("the file is too large");
        await Receive(call, container, offset, total);
        var have = Arrived(container.Id);
        if (have < total) return new JsonObject { ["success"] = false, ["message"] = string.Create(CultureInfo.InvariantCulture, $"{have} of {total} bytes.") };
        Finish(call, films.Take(container, _arrived[container.Id].ToArray()));
        return Done();
    }

    private void Demand(GraphCall call)
    {
        try
        {
            call.Token = tokens.Verify(call);
            TokenCheck.Own(call);
        }
        catch (GraphException)
        {
            throw Wrong("unauthorized user request");
        }
        if (call.Node.Kind != NodeKind.Container || !call.Token.Scopes.Contains(Scopes.FacebookPublish)) throw Wrong("unauthorized user request");
        if (call.Node.Container.CreatedAt <= world.Now.AddHours(-24)) throw Wrong("the upload session has expired");
    }

    private async Task Receive(GraphCall call, Container container, long offset, long total)
    {
        var kept = _arrived.GetOrAdd(container.Id, _ => new MemoryStream());
        if (offset != Arrived(container.Id)) throw Wrong($"the offset must be {Arrived(container.Id)}", retriable: true);
        var piece = new byte[81920];
        try
        {
            for (var read = await call.Http.Request.Body.ReadAsync(piece, call.Cancelled); read > 0; read = await call.Http.Request.Body.ReadAsync(piece, call.Cancelled))
            {
                lock (kept) kept.Write(piece, 0, read);
                if (kept.Length > total) throw Wrong("more bytes than file_size");
            }
        }
        catch (IOException)
        {
            throw Wrong("the connection broke", retriable: true);
        }
    }

    private void Finish(GraphCall call, Container container)
    {
        world.Act(Actors.Api, call.RequestId, act => act.Record(new ContainerChanged(container with { AwaitsUpload = false, UploadedAt = act.Now })));
        _arrived.TryRemove(container.Id, out _);
    }

    private long Arrived(string id)
    {
        if (!_arrived.TryGetValue(id, out var kept)) return 0;
        lock (kept) return kept.Length;
    }

    private static long Header(GraphCall call, string name) =>
        long.TryParse(call.Http.Request.Headers[name].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : throw Wrong($"the header {name} is missing");

    private static GraphException Wrong(string message, bool retriable = false) => new(new(StatusCodes.Status400BadRequest, message, "ProcessingFailedError", 0, Transient: retriable));

    private static JsonObject Done() => new() { ["success"] = true, ["message"] = "Upload successful." };

    private static JsonObject Fault(string message, bool retriable) => new()
    {
        ["debug_info"] = new JsonObject
        {
            ["retriable"] = retriable, ["type"] = "ProcessingFailedError",
            ["message"] = new JsonObject { ["success"] = false, ["error"] = new JsonObject { ["message"] = message } }.ToJsonString(),
        },
    };
}
