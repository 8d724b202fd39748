using Directino.Sandbox.Shop;

namespace Directino.Sandbox.Accounts;

/// <summary>A professional account of the sandbox, with the Facebook Page it is linked to.</summary>
public sealed record SandboxAccount
{
    /// <summary>The professional account id (<c>1784...</c>), the one webhooks carry.</summary>
    public required string Id { get; init; }

    /// <summary>The app-scoped id: another number for the same account, as on the real platform.</summary>
    public required string AppScopedId { get; init; }

    /// <summary>The account's own Instagram-scoped id, which marks its own comments.</summary>
    public required string SelfScopedId { get; init; }

    public required string Username { get; init; }
    public required string Name { get; init; }
    public string AccountType { get; init; } = "BUSINESS";
    public string? Biography { get; init; }
    public string? Website { get; init; }
    public int Followers { get; init; }
    public int Follows { get; init; }

    /// <summary>Key of the profile picture among the sandbox's files.</summary>
    public string? PictureFile { get; init; }

    public required string PageId { get; init; }
    public required string PageName { get; init; }

    /// <summary>The Facebook user who manages the Page.</summary>
    public required string FacebookUserId { get; init; }

    /// <summary>Restricted accounts cannot publish (25 / 2207050).</summary>
    public bool Restricted { get; init; }

    /// <summary>Publishing is blocked as suspected spam (4 / 2207051).</summary>
    public bool BlockedAsSpam { get; init; }

    /// <summary>Whether the account may label paid partnerships.</summary>
    public bool PartnershipsAllowed { get; init; } = true;

    /// <summary>The catalogues of its shop.</summary>
    public IReadOnlyList<Catalog> Catalogs { get; init; } = [];

    /// <summary>Only a business with a shop marks products; a creator does not.</summary>
    public bool MayTagProducts => AccountType == "BUSINESS" && Catalogs.Count > 0;

    /// <summary>The owner's switch "Allow access to messages" (200 / 2534041 when off).</summary>
    public bool MessagesAllowed { get; init; } = true;

    public Product? Product(string id) => Catalogs.SelectMany(catalog => catalog.Products).FirstOrDefault(product => product.Id == id);
}
