using Directino.Web.Words;
using Microsoft.Extensions.Localization;

namespace Directino.Web.Planning;

/// <summary>Why a queue cannot be changed.</summary>
public sealed class QueueText(IStringLocalizer<QueueWords> words, PlanningText text)
{
    public string Rule(string rule) => words[$"Rule.{rule}"] is { ResourceNotFound: false } found ? found.Value : text.Rule(rule);
}
