using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Directino.Accounts;
using Directino.Web.Tests.Studio;

namespace Directino.Web.Tests.Planning;

public sealed class DayEndpointsTests
{
    private const string Calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nSUMMARY:Bread day\r\nDTSTART;VALUE=DATE:20261216\r\nEND:VEVENT\r\n";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Programs_note_days_and_pages_show_them_until_they_are_hidden()
    {
        await using var studio = await WebStudio.Open();
        var workspace = await studio.OpenWorkspace();
        using var owner = await studio.As(Role.Owner, workspace);
        using var viewer = await studio.As(Role.Viewer, workspace);
        using var made = await owner.PostAsJsonAsync("/api/v1/days/notes", new { first = "2026-12-14", last = "2026-12-16", text = "Market week", color = "Rose" }, Ct);
        made.StatusCode.ShouldBe(HttpStatusCode.Created);
        var note = await made.Content.ReadFromJsonAsync<JsonElement>(Ct);
        using var forbidden = await viewer.PostAsJsonAsync("/api/v1/days/notes", new { first = "2026-12-14", text = "Mine" }, Ct);
        forbidden.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var empty = await owner.PostAsJsonAsync("/api/v1/days/notes", new { first = "2026-12-14", text = " " }, Ct);
        (await empty.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("errors").GetProperty("text")[0].GetString().ShouldBe("Say what that day is.");

        foreach (var view in (string[])["month", "week"])
        {
            (await owner.GetStringAsync($"/plan?view={view}&date=2026-12-15", Ct)).ShouldContain("Market week", Case.Sensitive, view);
            (await owner.GetStringAsync($"/plan?view={view}&date=2026-12-15&notes=off", Ct)).ShouldNotContain("Market week", Case.Sensitive, view);
        }

        (await viewer.GetStringAsync("/plan?date=2026-12-15", Ct)).ShouldNotContain("data-testid=\"day-note\"");
        var address = $"/api/v1/days/notes/{note.GetProperty("id").GetString()}";
        using var changed = await owner.PutAsJsonAsync(address, new { first = "2026-12-15", text = "Market day", version = 1 }, Ct);
        changed.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var late = await owner.PutAsJsonAsync(address, new { first = "2026-12-15", text = "Late", version = 1 }, Ct);
        late.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await owner.GetFromJsonAsync<JsonElement>("/api/v1/days?from=2026-12-15&until=2026-12-15", Ct))[0].GetProperty("text").GetString().ShouldBe("Market day");
        (await owner.DeleteAsync(address, Ct)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await owner.DeleteAsync(address, Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_calendar_comes_in_as_a_file_and_what_cannot_be_read_is_named_with_its_line()
    {
        await using var studio = await WebStudio.Open();
        var workspace = await studio.OpenWorkspace();
        using var owner = await studio.As(Role.Owner, workspace);
        using var broken = await Send(owner, Calendar + "BEGIN:VEVENT\r\nSUMMARY:Dayless\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
        broken.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var problem = await broken.Content.ReadFromJsonAsync<JsonElement>(Ct);
        (problem.GetProperty("line").GetInt32(), problem.GetProperty("event").GetString()).ShouldBe((7, "Dayless"));
        using var good = await Send(owner, Calendar + "END:VCALENDAR\r\n");
        good.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await owner.GetStringAsync("/plan?date=2026-12-15", Ct)).ShouldContain("Bread day");
        (await owner.GetStringAsync("/plan/calendars", Ct)).ShouldContain("Holidays");
        using var closed = await owner.PostAsJsonAsync("/api/v1/days/calendars", new { name = "Inside", address = "https://localhost/a.ics" }, Ct);
        (await closed.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("rules")[0].GetString().ShouldBe("calendar-address-closed");
        var id = (await owner.GetFromJsonAsync<JsonElement>("/api/v1/days/calendars", Ct))[0].GetProperty("id").GetString();
        (await owner.DeleteAsync($"/api/v1/days/calendars/{id}", Ct)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await owner.GetStringAsync("/plan?date=2026-12-15", Ct)).ShouldNotContain("Bread day");
    }

    private static async Task<HttpResponseMessage> Send(HttpClient owner, string file)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(file));
        return await owner.PostAsync("/api/v1/days/calendars/file?name=Holidays&color=Blue", content, Ct);
    }
}
