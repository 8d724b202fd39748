using System.Text;
using Directino.Accounts;
using Directino.Inbox;
using Directino.Instagram.Messages;

namespace Directino.Automation;

/// <summary>A workflow as a member wrote it, before it is known to be sound.</summary>
public sealed record WorkflowDraft
{
    public const int LongestName = 80;
    public const int MostKeywords = 30;
    public const int MostPublicTexts = 10;

    public required AccountId AccountId { get; init; }

    public string Name { get; init; } = "";

    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>The only post it listens to; null for all.</summary>
    public string? MediaId { get; init; }

    public IReadOnlyList<string> PublicTexts { get; init; } = [];

    public string PrivateText { get; init; } = "";

    public string Disclosure { get; init; } = "";

    public static WorkflowDraft Of(Workflow workflow) => new()
    {
        AccountId = workflow.AccountId, Name = workflow.Name, Keywords = workflow.KeywordList, MediaId = workflow.MediaId,
        PublicTexts = workflow.PublicTextList, PrivateText = workflow.PrivateText, Disclosure = workflow.Disclosure,
    };

    /// <summary>Bytes of the private answer at its longest, of the 1,000 that Instagram allows.</summary>
    public int PrivateBytes => Wording.Longest(PrivateText, Disclosure) is { } text ? Encoding.UTF8.GetByteCount(text) : 0;

    /// <summary>What must be changed, each with the field it is about. Resources hold the words under <c>Problem.{Name}</c>.</summary>
    public IReadOnlyList<WorkflowProblem> Problems()
    {
        var problems = new List<WorkflowProblem>();
        void Say(bool wrong, string field, string name)
        {
            if (wrong)
                problems.Add(new WorkflowProblem(field, name));
        }

        Say(string.IsNullOrWhiteSpace(Name), nameof(Name), "name-missing");
        Say(Name.Trim().Length > LongestName, nameof(Name), "name-too-long");
        Say(Said(Keywords).Count == 0, nameof(Keywords), "keywords-missing");
        Say(Said(Keywords).Count > MostKeywords, nameof(Keywords), "keywords-too-many");
        Say(Said(Keywords).Any(k => k.Length > 60), nameof(Keywords), "keyword-too-long");
        Say(Said(PublicTexts).Count == 0 && string.IsNullOrWhiteSpace(PrivateText), nameof(PublicTexts), "answer-missing");
        Say(Said(PublicTexts).Count > MostPublicTexts, nameof(PublicTexts), "public-too-many");
        Say(Said(PublicTexts).Any(t => t.Length > Comment.LongestText - 60), nameof(PublicTexts), "public-too-long");
        Say(PrivateBytes > MessagesClient.LongestText, nameof(PrivateText), "private-too-long");
        Say(!string.IsNullOrWhiteSpace(PrivateText) && string.IsNullOrWhiteSpace(Disclosure), nameof(Disclosure), "disclosure-missing");
        return problems;
    }

    internal static IReadOnlyList<string> Said(IReadOnlyList<string> lines) =>
        [.. lines.Select(l => l.ReplaceLineEndings(" ").Trim()).Where(l => l.Length > 0).Distinct(StringComparer.Ordinal)];
}

/// <summary>Something in a draft that has to be changed.</summary>
public sealed record WorkflowProblem(string Field, string Name);
