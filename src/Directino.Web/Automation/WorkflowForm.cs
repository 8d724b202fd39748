using Directino.Accounts;
using Directino.Automation;

namespace Directino.Web.Automation;

/// <summary>What stands in the fields of the editor.</summary>
public sealed class WorkflowForm
{
    private static readonly char[] Between = ['\n', ',', '،', ';'];

    public AccountId Account { get; set; }

    public string Name { get; set; } = "";

    public string Keywords { get; set; } = "";

    public string? MediaId { get; set; }

    public string PublicTexts { get; set; } = "";

    public string PrivateText { get; set; } = "";

    public string Disclosure { get; set; } = "";

    public static WorkflowForm Of(Workflow workflow) => new()
    {
        Account = workflow.AccountId,
        Name = workflow.Name,
        Keywords = workflow.Keywords,
        MediaId = workflow.MediaId,
        PublicTexts = workflow.PublicTexts,
        PrivateText = workflow.PrivateText,
        Disclosure = workflow.Disclosure,
    };

    public WorkflowDraft Draft() => new()
    {
        AccountId = Account,
        Name = Name,
        Keywords = Keywords.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        MediaId = string.IsNullOrEmpty(MediaId) ? null : MediaId,
        PublicTexts = PublicTexts.Split('\n'),
        PrivateText = PrivateText,
        Disclosure = Disclosure,
    };
}
