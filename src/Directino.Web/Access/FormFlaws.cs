using System.Linq.Expressions;
using Microsoft.AspNetCore.Components.Forms;

namespace Directino.Web.Access;

/// <summary>What is wrong with a form, each sentence at its field.</summary>
public sealed class FormFlaws
{
    private readonly ValidationMessageStore _store;

    public FormFlaws(object input)
    {
        Context = new EditContext(input);
        _store = new ValidationMessageStore(Context);
    }

    public EditContext Context { get; }

    public bool Any => Context.GetValidationMessages().Any();

    /// <summary>Adds a sentence to a field when something is wrong with it.</summary>
    public void When(bool wrong, Expression<Func<object>> field, string sentence)
    {
        if (wrong)
            _store.Add(field, sentence);
    }
}
