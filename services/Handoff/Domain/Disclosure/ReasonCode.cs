namespace NaraVard.Handoff.Domain.Disclosure;

/// <summary>What the person needs help with.</summary>
internal enum ReasonCode
{
    Fall = 1,
    Confusion = 2,
    Mobility = 3,
    Nutrition = 4,
    Medication = 5,
    PersonalCare = 6,
    CaregiverExhausted = 7,
    Loneliness = 8,
    Other = 9,
}
