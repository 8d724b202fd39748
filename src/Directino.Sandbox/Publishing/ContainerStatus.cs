using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Directino.Sandbox.Graph;
using Directino.Sandbox.Journal;
using Directino.Sandbox.Media;
using Microsoft.Extensions.Options;

namespace Directino.Sandbox.Publishing;

/// <summary>Where a container stands. Polls are counted in memory only: a restart may let one more pass, as Meta's caches do.</summary>
internal sealed class ContainerStatus(World world, IOptions<SandboxOptions> options)
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(24);
    private static readonly FieldTable<(Container Container, string Code, int? Failure)> Fields = new("IGContainer",
        new("id", seen => seen.Container.Id, @default: true),
        new("status_code", seen => seen.Code),
        new("status", seen => Sentence(seen.Failure, seen.Code)),
        new("copyright_check_status", seen => new JsonObject { ["status"] = seen.Code == "IN_PROGRESS" ? "in_progress" : "completed", ["matches_found"] = false }));

    private readonly ConcurrentDictionary<string, int> _polls = new(StringComparer.Ordinal);

    public JsonNode Show(GraphCall call)
    {
        var asked = call.Fields;
        Fields.Check(call, asked);
        var code = world.Read(state => Of(state, state.Containers[call.Node.Id], world.Now));
        if (code == "IN_PROGRESS") _polls.AddOrUpdate(call.Node.Id, 1, (_, polls) => polls + 1);
        return Fields.Project(call, (call.Node.Container, code, Failure(call.Node.Container)), asked);
    }

    public string Of(WorldState state, Container container, DateTimeOffset now)
    {
        if (container.PublishedMediaId is not null) return "PUBLISHED";
        if (now - container.CreatedAt >= Life) return "EXPIRED";
        if (container.AwaitsUpload) return container.Failure is null ? "IN_PROGRESS" : "ERROR";
        if (now - (container.UploadedAt ?? container.CreatedAt) < (container.IsVideo ? options.Value.VideoDelay : options.Value.ImageDelay)) return "IN_PROGRESS";
        if (!container.IsVideo && _polls.GetValueOrDefault(container.Id) < Polls(container)) return "IN_PROGRESS";
        if (container.Failure is not null) return "ERROR";
        // A carousel is as far as the slowest of its items.
        var items = container.Children.Select(id => Of(state, state.Containers[id], now)).ToList();
        return items.Contains("ERROR") || items.Contains("EXPIRED") ? "ERROR" : items.Contains("IN_PROGRESS") ? "IN_PROGRESS" : "FINISHED";
    }

    private int? Failure(Container container) => container.Failure
        ?? world.Read(state => container.Children.Select(id => state.Containers[id].Failure).FirstOrDefault(failure => failure is not null));

    private int Polls(Container container) => container.IsCarouselItem ? 0 : options.Value.ContainerPolls;

    private static string Sentence(int? failure, string code) => code switch
    {
        "FINISHED" => "Finished: Media has been uploaded and it is ready to be published.",
        "IN_PROGRESS" => "In Progress: Media is still being processed.",
        "PUBLISHED" => "Published: Media has been published.",
        "EXPIRED" => "Expired: The container was not published within 24 hours.",
        _ => $"Error: Media upload has failed with error code {failure ?? FilmRules.UnknownUploadError}",
    };
}
