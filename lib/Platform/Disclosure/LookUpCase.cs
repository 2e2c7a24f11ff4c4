namespace NaraVard.Platform.Disclosure;

/// <summary>The circumstances of a look-up (SVOD, lag 2022:913). What is not known is false.</summary>
public sealed record LookUpCase
{
    /// <summary>Who wants to read.</summary>
    public required RecordHolder Reader { get; init; }

    /// <summary>Whose records.</summary>
    public required RecordHolder Source { get; init; }

    /// <summary>Whether the person can take a stand.</summary>
    public required PersonCapacity Capacity { get; init; }

    /// <summary>Whether the records are blocked (spärrade).</summary>
    public bool IsBlocked { get; init; }

    /// <summary>
    /// Care provider: a current patient relation. Social-care provider: the person receives its efforts or is under its
    /// investigation (utredning); a talk without an investigation is no relation.
    /// </summary>
    public bool HasRelation { get; init; }

    /// <summary>Whether the person consents to this look-up.</summary>
    public bool HasConsent { get; init; }

    /// <summary>Whether the records may matter for care, investigation or effort (for 3:3: necessary care).</summary>
    public bool MayMatter { get; init; }

    /// <summary>Whether the care cannot be given without them (oundgängligen; 3:6).</summary>
    public bool IsIndispensable { get; init; }

    /// <summary>Whether the person's attitude was clarified as far as possible (3:3, 3:4).</summary>
    public bool AttitudeClarified { get; init; }

    /// <summary>Whether there is no reason to think that the person would object (3:3, 3:4).</summary>
    public bool NoObjectionAssumed { get; init; }
}

/// <summary>A provider that keeps records.</summary>
public enum RecordHolder
{
    /// <summary>Vårdgivare: health care.</summary>
    CareProvider = 1,

    /// <summary>Omsorgsgivare: social care.</summary>
    SocialCareProvider = 2,
}

/// <summary>Whether the person can take a stand.</summary>
public enum PersonCapacity
{
    /// <summary>Can consent.</summary>
    CanConsent = 1,

    /// <summary>A child who cannot consent.</summary>
    Child = 2,

    /// <summary>Not only temporarily unable.</summary>
    Unable = 3,

    /// <summary>Danger to life or serious risk to health, and consent cannot be had now.</summary>
    Emergency = 4,
}
