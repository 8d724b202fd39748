using CsCheck;
using Directino.Accounts;
using Directino.Planning;
using Directino.Planning.Approvals;

namespace Directino.Tests.Planning.Approvals;

/// <summary>The course of an approval as a table, and what holds for every course.</summary>
public sealed class ApprovalDemandTests
{
    private static readonly PersonId Nora = Person(1), Omar = Person(2), Stranger = Person(3);
    private static readonly Reviewer Ana = Reviewer.Client("Ana", ClientLinkId.Of(new Guid(4, 0, 0, new byte[8])));
    private static readonly ApprovalDemand One = Named(ApprovalKind.OneOf), All = Named(ApprovalKind.AllOf), Client = Named(ApprovalKind.Client);

    /// <summary>a: asked; n, o, c: approved by Nora, Omar, the client; x: changes asked; e: edited.</summary>
    [Theory]
    [InlineData(ApprovalKind.None, "an", ApprovalState.NotAsked)]
    [InlineData(ApprovalKind.OneOf, "", ApprovalState.NotAsked)]
    [InlineData(ApprovalKind.OneOf, "a", ApprovalState.Waiting)]
    [InlineData(ApprovalKind.OneOf, "an", ApprovalState.Approved)]
    [InlineData(ApprovalKind.OneOf, "ane", ApprovalState.Waiting)]
    [InlineData(ApprovalKind.OneOf, "anen", ApprovalState.Approved)]
    [InlineData(ApprovalKind.OneOf, "ax", ApprovalState.ChangesAsked)]
    [InlineData(ApprovalKind.OneOf, "axe", ApprovalState.ChangesAsked)]
    [InlineData(ApprovalKind.OneOf, "axea", ApprovalState.Waiting)]
    [InlineData(ApprovalKind.OneOf, "anx", ApprovalState.ChangesAsked)]
    [InlineData(ApprovalKind.OneOf, "anxa", ApprovalState.Waiting)]
    [InlineData(ApprovalKind.OneOf, "ac", ApprovalState.Waiting)]
    [InlineData(ApprovalKind.AllOf, "an", ApprovalState.Waiting)]
    [InlineData(ApprovalKind.AllOf, "ano", ApprovalState.Approved)]
    [InlineData(ApprovalKind.AllOf, "aneo", ApprovalState.Waiting)]
    [InlineData(ApprovalKind.AllOf, "anxao", ApprovalState.Waiting)]
    [InlineData(ApprovalKind.Client, "ano", ApprovalState.Waiting)]
    [InlineData(ApprovalKind.Client, "ac", ApprovalState.Approved)]
    [InlineData(ApprovalKind.Client, "ace", ApprovalState.Waiting)]
    public void A_post_stands_where_its_steps_lead(ApprovalKind kind, string course, ApprovalState state)
    {
        var (edition, steps) = Walk(course);
        Named(kind).Of(edition, steps).ShouldBe(state);
    }

    [Fact]
    public void Of_all_those_are_waited_for_who_have_not_spoken_and_who_has_left_no_longer()
    {
        var (edition, steps) = Walk("an");
        All.Awaited(edition, steps).ShouldBe([Omar]);
        One.Awaited(edition, [.. steps.Take(1)]).Count.ShouldBe(2);
        One.Awaited(edition, steps).ShouldBeEmpty();
        Client.Awaited(edition, [.. steps.Take(1)]).ShouldBeEmpty();
        new ApprovalDemand(ApprovalKind.AllOf, new HashSet<PersonId> { Nora }).Of(edition, steps).ShouldBe(ApprovalState.Approved);
        // Nobody is left who could speak: then nobody has.
        new ApprovalDemand(ApprovalKind.AllOf, new HashSet<PersonId>()).Of(edition, [.. steps.Take(1)]).ShouldBe(ApprovalState.Waiting);
    }

    [Fact]
    public void Only_who_is_named_decides_and_only_what_waits()
    {
        One.MayApprove(Reviewer.Member(Nora), ApprovalState.Waiting).ShouldBeNull();
        One.MayApprove(Reviewer.Member(Stranger), ApprovalState.Waiting).ShouldBe(ApprovalRules.NotApprover);
        One.MayApprove(Ana, ApprovalState.Waiting).ShouldBe(ApprovalRules.NotApprover);
        Client.MayApprove(Reviewer.Member(Nora), ApprovalState.Waiting).ShouldBe(ApprovalRules.NotApprover);
        Client.MayApprove(Ana, ApprovalState.Waiting).ShouldBeNull();
        One.MayApprove(Reviewer.Member(Nora), ApprovalState.NotAsked).ShouldBe(ApprovalRules.NotAsked);
        One.MayApprove(Reviewer.Member(Nora), ApprovalState.Approved).ShouldBe(ApprovalRules.DecidedAlready);
        One.MayAskForChanges(Reviewer.Member(Nora), ApprovalState.Approved, "Shorter").ShouldBeNull();
        One.MayAskForChanges(Reviewer.Member(Nora), ApprovalState.Waiting, " ").ShouldBe(ApprovalRules.SentenceMissing);
        One.MayAskForChanges(Reviewer.Member(Nora), ApprovalState.Waiting, new string('a', 1001)).ShouldBe(ApprovalRules.SentenceTooLong);
        One.MayAsk(ApprovalState.Waiting).ShouldBe(ApprovalRules.AskedAlready);
        One.MayAsk(ApprovalState.ChangesAsked).ShouldBeNull();
        ApprovalDemand.Nothing.MayAsk(ApprovalState.NotAsked).ShouldBe(ApprovalRules.NotNeeded);
    }

    [Fact]
    public void Whatever_was_said_an_edited_post_is_never_approved_before_somebody_approves_it_again() =>
        Gen.Select(AnyOf(One, All, Client), Courses).Sample((demand, course) =>
        {
            var (edition, steps) = Walk(course + "e");
            return demand.Of(edition, steps) != ApprovalState.Approved && !demand.IsCleared(demand.Of(edition, steps));
        }, iter: 5_000);

    [Fact]
    public void Whatever_was_said_nothing_is_approved_after_changes_were_asked_for_and_before_it_was_asked_again() =>
        Gen.Select(AnyOf(One, All, Client), Courses, Courses).Sample((demand, before, after) =>
        {
            var (edition, steps) = Walk("a" + before + "x" + after.Replace("a", "", StringComparison.Ordinal));
            return demand.Of(edition, steps) == ApprovalState.ChangesAsked;
        }, iter: 5_000);

    [Fact]
    public void An_approved_post_has_in_its_present_edition_the_word_of_those_the_rule_names() =>
        Gen.Select(AnyOf(One, All, Client), Courses).Sample((demand, course) =>
        {
            var (edition, steps) = Walk(course);
            if (demand.Of(edition, steps) != ApprovalState.Approved)
                return true;
            var by = steps.Where(s => s.Kind == ApprovalStepKind.Approved && s.Edition == edition).Select(s => s.PersonId).ToHashSet();
            return demand.Kind switch
            {
                ApprovalKind.AllOf => by.Contains(Nora) && by.Contains(Omar),
                ApprovalKind.Client => by.Contains(null),
                _ => by.Contains(Nora) || by.Contains(Omar),
            };
        }, iter: 5_000);

    private static Gen<string> Courses => AnyOf('a', 'n', 'o', 'c', 'x', 'e').Array[0, 12].Select(c => new string(c));

    private static Gen<T> AnyOf<T>(params T[] choices) => Gen.Int[0, choices.Length - 1].Select(at => choices[at]);

    private static (int Edition, IReadOnlyList<ApprovalStep> Steps) Walk(string course)
    {
        var edition = 1;
        List<ApprovalStep> steps = [];
        foreach (var sign in course)
        {
            if (sign == 'e')
                edition++;
            else
                steps.Add(Step(sign, edition, steps.Count + 1));
        }

        return (edition, steps);
    }

    private static ApprovalStep Step(char sign, int edition, int number) => new()
    {
        WorkspaceId = WorkspaceId.Of(new Guid(9, 0, 0, new byte[8])), PostId = PostId.Of(new Guid(8, 0, 0, new byte[8])), Number = number, Edition = edition, At = default,
        Kind = sign switch { 'a' => ApprovalStepKind.Asked, 'x' => ApprovalStepKind.ChangesAsked, _ => ApprovalStepKind.Approved },
        PersonId = sign switch { 'o' => Omar, 'c' => null, _ => Nora },
    };

    private static ApprovalDemand Named(ApprovalKind kind) => new(kind, new HashSet<PersonId> { Nora, Omar });

    private static PersonId Person(int number) => PersonId.Of(new Guid(number, 0, 0, new byte[8]));
}
