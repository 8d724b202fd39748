namespace Directino.Privacy;

/// <summary>The dated version of the privacy policy and terms that is in force, and that people accept when they sign up.</summary>
public static class PolicyVersion
{
    public const string Current = "2026-11-24";
}
