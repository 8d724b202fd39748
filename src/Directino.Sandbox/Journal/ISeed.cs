namespace Directino.Sandbox.Journal;

/// <summary>Plants people, accounts and history before anything else happens. Must do the same each time for the same anchor.</summary>
public interface ISeed
{
    void Plant(WorldBuilder world);
}
