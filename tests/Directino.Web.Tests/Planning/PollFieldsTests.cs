using Bunit;
using Directino.Planning;
using Directino.Web.Planning;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Directino.Web.Tests.Planning;

public sealed class PollFieldsTests : BunitContext
{
    public PollFieldsTests() => Services.AddLocalization();

    [Fact]
    public void An_answer_that_arrives_while_another_is_taken_is_kept_too()
    {
        var form = new PostForm { Options = PostChoices.None with { Poll = new PostPoll() } };
        IRenderedComponent<PollFields>? fields = null;
        var taken = 0;
        fields = Render<PollFields>(p => p.Add(f => f.Form, form).Add(f => f.Changed, () => taken++ == 0 ? Write(1, "Cinnamon") : Task.CompletedTask));
        fields.Find("#poll-0").Change("Saffron");
        form.Options.Poll!.Options.ShouldBe(["Saffron", "Cinnamon"]);

        Task Write(int place, string answer) => fields!.Find($"#poll-{place}").ChangeAsync(new ChangeEventArgs { Value = answer });
    }

    [Fact]
    public void An_answer_stays_where_it_is_written_when_the_one_above_is_empty()
    {
        var form = new PostForm { Options = PostChoices.None with { Poll = new PostPoll() } };
        var fields = Render<PollFields>(p => p.Add(f => f.Form, form));
        fields.Find("#poll-1").Change("Cinnamon");
        fields.Render();
        fields.FindAll("input.input").Select(i => i.GetAttribute("value")).ShouldBe(["", "Cinnamon", "", ""]);
        fields.Find("#poll-0").Change("Saffron");
        form.Options.Poll!.Options.ShouldBe(["Saffron", "Cinnamon"]);
    }

    [Fact]
    public void Answers_that_come_from_elsewhere_are_shown()
    {
        var form = new PostForm { Options = PostChoices.None with { Poll = new PostPoll { Options = ["Saffron"] } } };
        var fields = Render<PollFields>(p => p.Add(f => f.Form, form));
        form.Options = form.Options with { Poll = new PostPoll { Options = ["Plain", "Poppy"] } };
        fields.Render(p => p.Add(f => f.Form, form));
        fields.FindAll("input.input").Select(i => i.GetAttribute("value")).ShouldBe(["Plain", "Poppy", "", ""]);
    }
}
