using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Directino.Sandbox.Graph;
using Directino.Sandbox.Journal;
using Microsoft.Extensions.Options;

namespace Directino.Sandbox.Publishing;

/// <summary>Where a container stands. Polls are counted in memory only: a restart may let one more pass, as Meta's caches do.</summary>
internal sealed class ContainerStatus(World world, IOptions<SandboxOptions> options)
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(24);
    private static readonly FieldTable<(Container Container, string Code)> Fields = new("IGContainer",
        new("id", seen => seen.Container.Id, @default: true),
        new("status_code", seen => seen.Code),
        new("status", seen => Sentence(seen.Container, seen.Code)),
        new("copyright_check_status", _ => new JsonObject { ["status"] = "completed", ["matches_found"] = false }));

    private readonly ConcurrentDictionary<string, int> _polls = new(StringComparer.Ordinal);

    public JsonNode Show(GraphCall call)
    {
        var asked = call.Fields;
        Fields.Check(call, asked);
        var code = world.Read(state => Of(state.Containers[call.Node.Id], world.Now));
        if (code == "IN_PROGRESS") _polls.AddOrUpdate(call.Node.Id, 1, (_, polls) => polls + 1);
        return Fields.Project(call, (call.Node.Container, code), asked);
    }

    public string Of(Container container, DateTimeOffset now)
    {
        if (container.PublishedMediaId is not null) return "PUBLISHED";
        var age = now - container.CreatedAt;
        if (age >= Life) return "EXPIRED";
        if (age < (container.IsVideo ? options.Value.VideoDelay : options.Value.ImageDelay)) return "IN_PROGRESS";
        if (!container.IsVideo && _polls.GetValueOrDefault(container.Id) < Polls(container)) return "IN_PROGRESS";
        return container.Failure is null ? "FINISHED" : "ERROR";
    }

    private int Polls(Container container) => container.IsCarouselItem ? 0 : options.Value.ContainerPolls;

    private static string Sentence(Container container, string code) => code switch
    {
        "FINISHED" => "Finished: Media has been uploaded and it is ready to be published.",
        "IN_PROGRESS" => "In Progress: Media is still being processed.",
        "PUBLISHED" => "Published: Media has been published.",
        "EXPIRED" => "Expired: The container was not published within 24 hours.",
        _ => $"Error: Media upload has failed with error code {container.Failure}",
    };
}
