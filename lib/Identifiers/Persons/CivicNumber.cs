namespace NaraVard.Identifiers.Persons;

/// <summary>
/// The rules of Skatteverket's two numbers over their twelve digits (SKV 704, SKV 707; folkbokföringslagen 18 and 18 a
/// §§).
/// </summary>
internal static class CivicNumber
{
    /// <summary>What is added to the day of the month in a samordningsnummer.</summary>
    private const int CoordinationDay = 60;

    /// <summary>
    /// No one has lived longer than 122 years: a century that would make somebody older is no candidate.
    /// </summary>
    private const int AgeMax = 125;

    /// <summary>The year of a ten-digit number, or the reason why it cannot be known.</summary>
    /// <param name="twoDigitYear">00–99, as in the number.</param>
    /// <param name="separator">'-' , '+' or '\0' when none was written.</param>
    /// <param name="today">The day on which the number was written.</param>
    /// <param name="year">Four digits.</param>
    public static IdentifierError? Year(int twoDigitYear, char separator, DateOnly today, out int year)
    {
        var latest = today.Year - (today.Year - twoDigitYear) % 100;
        year = separator == '+' ? latest - 100 : latest;
        var centenarianIsPossible = today.Year - (latest - 100) <= AgeMax;
        return separator == '\0' && centenarianIsPossible ? IdentifierError.NumberCentury : null;
    }

    /// <summary>Checks twelve digits, in the order that gives the most helpful reason.</summary>
    public static IdentifierError? Check(ReadOnlySpan<char> digits, DateOnly today)
    {
        var (year, month, day) = Parts(digits);
        if (year < 1800 || !IsPossibleDate(digits, year, month, day))
            return IdentifierError.NumberDate;
        if (IsFuture(year, month, day, today))
            return IdentifierError.NumberFuture;
        if (digits[8..11] is "000")
            return IdentifierError.NumberSerial;
        return Luhn.Holds(digits[2..]) ? null : IdentifierError.NumberCheckDigit;
    }

    /// <summary>True when sixty has been added to the day.</summary>
    public static bool IsCoordination(ReadOnlySpan<char> digits) => digits[6] >= '6';

    /// <summary>
    /// The day of birth that valid digits tell; null in a samordningsnummer without known month or day.
    /// </summary>
    public static DateOnly? BirthDate(ReadOnlySpan<char> digits)
    {
        var (year, month, day) = Parts(digits);
        return month == 0 || day == 0 ? null : new DateOnly(year, month, day);
    }

    /// <summary>The ninth of the ten digits: even female, odd male.</summary>
    public static Sex SexOf(ReadOnlySpan<char> digits) => digits[10] % 2 == 0 ? Sex.Female : Sex.Male;

    private static (int Year, int Month, int Day) Parts(ReadOnlySpan<char> digits)
    {
        var day = TwoDigits(digits[6..]);
        return (TwoDigits(digits) * 100 + TwoDigits(digits[2..]), TwoDigits(digits[4..]),
            day >= CoordinationDay ? day - CoordinationDay : day);
    }

    // Skatteverket gives month 00, and day 60, in a samordningsnummer when that part of the birth date is not known.
    private static bool IsPossibleDate(ReadOnlySpan<char> digits, int year, int month, int day)
    {
        if (IsCoordination(digits) && (month == 0 || day == 0))
            return month <= 12 && day <= 31;
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
    }

    private static bool IsFuture(int year, int month, int day, DateOnly today) =>
        Ordered(year, month, day) > Ordered(today.Year, today.Month, today.Day);

    // A date of which a part may be 0, not known, in a form that can be compared.
    private static int Ordered(int year, int month, int day) => year * 10_000 + month * 100 + day;

    private static int TwoDigits(ReadOnlySpan<char> digits) => (digits[0] - '0') * 10 + digits[1] - '0';
}
