using System.Net.Http.Json;
using System.Text.Json;
using Directino.Web.Tests.Conventions;

namespace Directino.Web.Tests.Access;

/// <summary>What a program does is in the ledger as its member's, through the key.</summary>
public sealed class KeyLedgerTests(OtherWorkspace shop) : IClassFixture<OtherWorkspace>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_answer_by_a_program_names_the_member_and_the_key()
    {
        using var program = await KeyTests.Program(shop.Studio, shop.Owner, "Agent");
        (await program.PostAsJsonAsync(shop.Address("/api/v1/comments/{id}/replies"), new { text = "Open until six." }, Ct)).EnsureSuccessStatusCode();
        var act = (await shop.Owner.GetFromJsonAsync<JsonElement>("/api/v1/activity", Ct)).GetProperty("acts")[0];
        (act.GetProperty("cause").GetString(), act.GetProperty("causeDetail").GetString(), act.GetProperty("automatic").GetBoolean()).ShouldBe(("Member", "Till", false));
        (await shop.Owner.GetStringAsync("/activity", Ct)).ShouldContain("through the API key");
    }
}
