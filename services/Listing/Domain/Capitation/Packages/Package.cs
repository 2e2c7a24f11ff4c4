using System.Security.Cryptography;
using System.Text;

namespace NaraVard.Listing.Domain.Capitation.Packages;

/// <summary>
/// A version of what units of a choice system are asked to do, are paid, and how it is followed up
/// (förfrågningsunderlag: uppdrag, ersättningsmodell, uppföljningsplan). Its content never changes.
/// </summary>
internal sealed class Package
{
    public Package(
        Guid id, string region, ChoiceSystem system, string name, DateOnly from, DateOnly? to, string content)
    {
        (Id, Region, System, Name, From, To, Content) = (id, region, system, name, from, to, content);
        (Version, State) = (1, PackageState.Draft);
        Digest = SHA256.HashData(Encoding.UTF8.GetBytes(content));
    }

    private Package()
    {
    }

    public Guid Id { get; private set; }

    public long Version { get; private set; }

    public PackageState State { get; private set; }

    /// <summary>Whose it is: <c>region:17</c>.</summary>
    public string Region { get; private set; } = "";

    public ChoiceSystem System { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>The first day in force.</summary>
    public DateOnly From { get; private set; }

    /// <summary>The last; null when none is set.</summary>
    public DateOnly? To { get; private set; }

    /// <summary>The three parts, as JSON of the contract.</summary>
    public string Content { get; private set; } = "";

    /// <summary>SHA-256 of the content.</summary>
    public byte[] Digest { get; private set; } = [];

    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>Whether another was put with the same words.</summary>
    public bool IsSameAs(Package other) =>
        (Region, System, Name, From, To, Content) ==
        (other.Region, other.System, other.Name, other.From, other.To, other.Content);

    /// <summary>In force from its first day; false when it was published before.</summary>
    public bool Publish(DateTimeOffset now)
    {
        if (State == PackageState.Published)
            return false;
        (State, PublishedAt) = (PackageState.Published, now);
        Version++;
        return true;
    }
}

/// <summary>How far a package has come.</summary>
internal enum PackageState
{
    /// <summary>Not decided; may be simulated.</summary>
    Draft = 1,
    Published = 2,
}
