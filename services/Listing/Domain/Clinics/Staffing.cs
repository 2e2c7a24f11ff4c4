namespace NaraVard.Listing.Domain.Clinics;

/// <summary>
/// Doctors in full-time equivalents: specialists in general medicine, and those who are becoming one (ST).
/// </summary>
internal sealed record Staffing(decimal Specialists, decimal SpecialistTrainees);
