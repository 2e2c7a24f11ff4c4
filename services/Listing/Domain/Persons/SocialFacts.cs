namespace NaraVard.Listing.Domain.Persons;

/// <summary>
/// What the care need index counts that neither age nor residence tells (DOMAIN B3.3), as the register's supplier
/// delivers it. Who is counted in which age is capitation's rule.
/// </summary>
[Flags]
internal enum SocialFacts
{
    None = 0,
    LivesAlone = 1,

    /// <summary>Born in eastern or southern Europe outside the EU, Asia, Africa or South America.</summary>
    BornAbroad = 2,

    /// <summary>Unemployed or in a labour market measure.</summary>
    Unemployed = 4,
    SingleParent = 8,

    /// <summary>At most nine years of school.</summary>
    LowEducation = 16,
}
