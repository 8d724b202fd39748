namespace Directino.Privacy;

/// <summary>Section <c>Privacy</c>: who answers for the data of this installation, as the policy says it.</summary>
public sealed class PrivacyOptions
{
    /// <summary>Name and address of whoever runs this installation. Default: none; the policy then says that it is not set.</summary>
    public string? Controller { get; set; }

    /// <summary>E-mail address for questions and requests about privacy. Default: none.</summary>
    public string? Contact { get; set; }
}
