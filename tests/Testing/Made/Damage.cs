namespace NaraVard.Testing.Made;

/// <summary>Bytes with some of them changed, lost, doubled or new.</summary>
public static class Damage
{
    /// <summary>The bytes with one to three faults; an empty array stays as it is.</summary>
    public static byte[] Of(byte[] sound, Random random)
    {
        var bytes = sound.ToList();
        for (var count = random.Next(1, 4); count > 0 && bytes.Count > 0; count--)
            Once(bytes, random);
        return [.. bytes];
    }

    private static void Once(List<byte> bytes, Random random)
    {
        var at = random.Next(bytes.Count);
        switch (random.Next(6))
        {
            case 0:
                bytes[at] = (byte)random.Next(256);
                break;
            case 1:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 2:
                bytes.RemoveAt(at);
                break;
            case 3:
                bytes.Insert(at, "{}[]\":,\\u0e-+.%&=n"u8[random.Next(18)]);
                break;
            case 4:
                bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(20), bytes.Count - at)));
                break;
            default:
                bytes.RemoveRange(at, Math.Min(random.Next(10), bytes.Count - at));
                break;
        }
    }
}
