using Google.Protobuf.WellKnownTypes;
using NaraVard.Listing.Domain.Capitation.Declarations;

namespace NaraVard.Listing.Features;

/// <summary>Domain to wire: what units have declared.</summary>
internal static class WireDeclaration
{
    public static Proto.Declaration Of(Declaration declaration) => new()
    {
        DeclarationId = declaration.Id.ToString(),
        Version = declaration.Version,
        PackageId = declaration.PackageId.ToString(),
        Unit = declaration.Unit,
        Answers = { declaration.Answers.Select(Of) },
        SignedBy = declaration.SignedBy,
        SignedAt = declaration.SignedAt.ToTimestamp(),
    };

    /// <summary>A unit, and what it has declared when it has.</summary>
    public static Proto.UnitDeclaration Of(string unit, Declaration? declaration) => new()
    {
        Unit = unit,
        Declaration = declaration is null ? null : Of(declaration),
    };

    private static Proto.AreaAnswer Of(AreaAnswer answer) => new()
    {
        Area = (Proto.RequirementArea)answer.Area,
        Fulfilment = (Proto.Fulfilment)answer.Fulfilment,
        Comment = answer.Comment,
    };
}
