using System.Text;

namespace Directino.Instagram.Wire;

/// <summary>Query or form fields in the order given; empty ones are left out.</summary>
internal sealed class Query
{
    private readonly List<KeyValuePair<string, string>> _fields = [];

    public static Query Of(string name, string? value) => new Query().And(name, value);

    public Query And(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value)) _fields.Add(new(name, value));
        return this;
    }

    public FormUrlEncodedContent ToForm() => new(_fields);

    /// <summary>Adds path and fields below an address, keeping the address's own path prefix and query.</summary>
    public Uri Below(Uri address, string path = "")
    {
        var url = new StringBuilder(address.GetLeftPart(UriPartial.Path));
        if (path.Length > 0)
        {
            if (url[^1] != '/') url.Append('/');
            url.Append(path);
        }

        url.Append(address.Query);
        var separator = address.Query.Length > 1 ? '&' : '?';
        foreach (var (name, value) in _fields)
        {
            url.Append(separator).Append(name).Append('=').Append(Uri.EscapeDataString(value));
            separator = '&';
        }

        return new Uri(url.ToString());
    }
}
