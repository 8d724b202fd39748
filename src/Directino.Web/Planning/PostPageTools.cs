using System.Globalization;
using Directino.Accounts;
using Directino.Labels;
using Directino.Planning;
using Directino.Planning.Campaigns;
using Directino.Web.Layout;
using Directino.Web.Words;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace Directino.Web.Planning;

/// <summary>What the page of a post needs beside its data: the clock, the way to other pages, the words afterwards. One per circuit.</summary>
public sealed class PostPageTools(
    TimeProvider clock, NavigationManager addresses, Toasts toasts, IStringLocalizer<PlanningWords> words, PlanningText text)
{
    /// <summary>An instant of UTC, as addresses say it.</summary>
    public const string SlotFormat = "yyyy-MM-dd'T'HH:mm'Z'";

    public PlanningText Text => text;

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>A new post for the account and the day or the free slot somebody came from.</summary>
    public static void Begin(PostForm form, IReadOnlyList<ConnectedAccount> accounts, Start start)
    {
        form.Account = accounts.FirstOrDefault(a => a.Id.ToString() == start.Account) ?? (accounts is [var first, ..] ? first : null);
        if (DateTime.TryParseExact(start.Date, ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            (form.Date, form.Time) = (DateOnly.FromDateTime(day), start.Date!.Contains('T', StringComparison.Ordinal) ? TimeOnly.FromDateTime(day) : form.Time);
        if (DateTime.TryParseExact(start.Slot, SlotFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at))
            form.Choose(new DateTimeOffset(at));
        form.Sorting = new PostSorting(
            LabelId.TryParse(start.Label, null, out var label) ? [label] : [], CampaignId.TryParse(start.Campaign, null, out var campaign) ? campaign : null);
    }

    /// <summary>Which step of the phone's composer a field is in.</summary>
    public static int StepOf(Objection objection) => objection.Field switch
    {
        PostField.Media or PostField.AltText or PostField.People or PostField.Products => 1,
        PostField.Slot or PostField.Approval => 3,
        _ => 2,
    };

    /// <summary>A new post has an address from now on.</summary>
    public void Done(Post post, string? id, bool saidSaved)
    {
        if (saidSaved)
            toasts.Say(words["Saved"]);
        if (id is null)
            addresses.NavigateTo($"/plan/posts/{post.Id}", replace: true);
    }

    public void Mended(Func<Task> undo) => toasts.Say(words["Mended"], undo);

    public void ToPlan(string? account) => addresses.NavigateTo(account is null ? "/plan" : $"/plan?account={account}");

    public void NotFound() => addresses.NotFound();
}

/// <summary>What a new post begins with, as the address has it.</summary>
/// <param name="Zone">The reader's.</param>
public sealed record Start(string? Account, string? Date, string? Slot, string Zone, string? Label = null, string? Campaign = null);
