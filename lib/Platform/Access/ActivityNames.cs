namespace NaraVard.Platform.Access;

/// <summary>The words for activities in the database and on the wire.</summary>
internal static class ActivityNames
{
    public static string Of(Activity activity) => activity switch
    {
        Activity.Read => "read",
        Activity.Write => "write",
        Activity.Sign => "sign",
        Activity.Print => "print",
        Activity.Attest => "attest",
        Activity.Delete => "delete",
        Activity.EmergencyOpen => "emergency-open",
    };

    public static Activity Parse(string name) =>
        Enum.GetValues<Activity>().First(activity => Of(activity) == name);
}
