namespace NaraVard.Listing.Domain.Doctors;

/// <summary>A doctor's post at one clinic.</summary>
/// <param name="Name">As people know the doctor.</param>
/// <param name="Kind">Specialist or becoming one.</param>
/// <param name="Percent">Of full time at this clinic.</param>
/// <param name="FirstDay">The first day of work.</param>
/// <param name="LastDay">The last day of work; null while no end is set.</param>
/// <param name="TakesNew">Whether more people may choose the doctor.</param>
internal sealed record DoctorPost(
    string Name, DoctorKind Kind, int Percent, DateOnly FirstDay, DateOnly? LastDay, bool TakesNew);
