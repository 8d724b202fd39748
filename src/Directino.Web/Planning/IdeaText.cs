using Directino.Labels;
using Directino.Planning.Ideas;
using Directino.Web.Layout;
using Directino.Web.Words;
using Microsoft.Extensions.Localization;

namespace Directino.Web.Planning;

/// <summary>Why an idea cannot be kept, or be a post.</summary>
public sealed class IdeaText(IStringLocalizer<IdeaWords> words, PlanningText text)
{
    public string Rule(string rule) => rule switch
    {
        IdeaRules.TitleTooLong => words[$"Rule.{rule}", Numbers.Say(Idea.LongestTitle)],
        IdeaRules.TextTooLong => words[$"Rule.{rule}", Numbers.Say(Idea.LongestText)],
        IdeaRules.TooManyLinks => words[$"Rule.{rule}", Numbers.Say(Idea.MostLinks)],
        IdeaRules.TooMany => words[$"Rule.{rule}", Numbers.Say(IdeaBook.Most)],
        _ => words[$"Rule.{rule}"] is { ResourceNotFound: false } found ? found.Value : text.Rule(rule),
    };

    /// <summary>The field a rule is about, as programs name it.</summary>
    public static string Field(string rule) => rule switch
    {
        IdeaRules.TextTooLong => "text",
        IdeaRules.TooManyLinks or IdeaRules.NoLink => "links",
        IdeaRules.TooManyPictures => "mediaIds",
        IdeaRules.TitleMissing or IdeaRules.TitleTooLong or IdeaRules.TooMany => "title",
        Directino.Labels.LabelRules.Missing => "labelIds",
        Directino.Planning.PostRules.PictureMissing => "mediaIds",
        _ => "accountId",
    };
}
