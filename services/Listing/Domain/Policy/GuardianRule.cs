namespace NaraVard.Listing.Domain.Policy;

/// <summary>How many of a child's guardians must stand behind a choice.</summary>
internal enum GuardianRule
{
    AnyOne = 1,
    All = 2,
}
