namespace Directino.Web.Planning;

/// <summary>What a remark is about, as a form asks for it.</summary>
public enum RemarkAbout
{
    Post,
    Picture,
    Words,
}
