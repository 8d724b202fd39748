using System.Globalization;
using Directino.Media;
using Directino.Planning.Remarks;

namespace Directino.Web.Planning;

/// <summary>What a client says about one post.</summary>
public sealed class ClientInput
{
    /// <summary>The edition they saw.</summary>
    public int Edition { get; set; }

    public string? Name { get; set; }

    public string? Sentence { get; set; }

    /// <summary>A remark or an answer.</summary>
    public string? Text { get; set; }

    /// <summary>What a remark is about: nothing for the whole post, the id of a picture or video, or that it is about words.</summary>
    public string? About { get; set; }

    public string? Quote { get; set; }

    /// <summary>Place on the picture, from 0 to 1, as a program writes numbers.</summary>
    public string? X { get; set; }

    public string? Y { get; set; }

    /// <summary>What the remark is about.</summary>
    public RemarkPlace Place => About == nameof(RemarkAbout.Words) ? new RemarkPlace(Quote: Quote ?? "")
        : MediaItemId.TryParse(About, null, out var media) ? new RemarkPlace(media, Part(X), Part(Y))
        : RemarkPlace.Whole;

    private static double? Part(string? text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var part) ? part : null;

    /// <summary>Which button was pressed: a name of <see cref="Directino.Planning.Approvals.ApprovalStepKind"/>.</summary>
    public string? Decision { get; set; }
}
