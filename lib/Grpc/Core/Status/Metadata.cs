using System.Collections;

namespace Grpc.Core;

/// <summary>
/// Headers or trailers of a call, in order. Names are lower case; a name that ends in <c>-bin</c> has bytes for value.
/// </summary>
public sealed partial class Metadata : IList<Metadata.Entry>
{
    /// <summary>The suffix of names whose values are bytes.</summary>
    public const string BinaryHeaderSuffix = "-bin";

    /// <summary>No metadata; cannot be added to.</summary>
    public static readonly Metadata Empty = new Metadata().Freeze();

    private readonly List<Entry> entries = [];
    private bool frozen;

    /// <summary>The number of entries.</summary>
    public int Count => entries.Count;

    /// <summary>True when nothing may be added or removed.</summary>
    public bool IsReadOnly => frozen;

    /// <summary>The entry at a place.</summary>
    public Entry this[int index]
    {
        get => entries[index];
        set
        {
            Writable();
            entries[index] = value ?? throw new ArgumentNullException(nameof(value));
        }
    }

    /// <summary>The last entry of that name, or null.</summary>
    public Entry? Get(string key)
    {
        for (var i = entries.Count - 1; i >= 0; i--)
            if (string.Equals(entries[i].Key, key, StringComparison.OrdinalIgnoreCase))
                return entries[i];
        return null;
    }

    /// <summary>The text of the last entry of that name, or null.</summary>
    public string? GetValue(string key) => Get(key)?.Value;

    /// <summary>The bytes of the last entry of that name, or null.</summary>
    public byte[]? GetValueBytes(string key) => Get(key)?.ValueBytes;

    /// <summary>Every entry of that name, in order.</summary>
    public IEnumerable<Entry> GetAll(string key)
    {
        foreach (var entry in entries)
            if (string.Equals(entry.Key, key, StringComparison.OrdinalIgnoreCase))
                yield return entry;
    }

    /// <summary>Adds an entry at the end.</summary>
    public void Add(Entry item)
    {
        Writable();
        entries.Add(item ?? throw new ArgumentNullException(nameof(item)));
    }

    /// <summary>Adds a text at the end.</summary>
    public void Add(string key, string value) => Add(new Entry(key, value));

    /// <summary>Adds bytes at the end; the name must end in <c>-bin</c>.</summary>
    public void Add(string key, byte[] valueBytes) => Add(new Entry(key, valueBytes));

    /// <inheritdoc/>
    public void Insert(int index, Entry item)
    {
        Writable();
        entries.Insert(index, item ?? throw new ArgumentNullException(nameof(item)));
    }

    /// <inheritdoc/>
    public void RemoveAt(int index)
    {
        Writable();
        entries.RemoveAt(index);
    }

    /// <inheritdoc/>
    public bool Remove(Entry item)
    {
        Writable();
        return entries.Remove(item);
    }

    /// <inheritdoc/>
    public void Clear()
    {
        Writable();
        entries.Clear();
    }

    /// <inheritdoc/>
    public int IndexOf(Entry item) => entries.IndexOf(item);

    /// <inheritdoc/>
    public bool Contains(Entry item) => entries.Contains(item);

    /// <inheritdoc/>
    public void CopyTo(Entry[] array, int arrayIndex) => entries.CopyTo(array, arrayIndex);

    /// <summary>The entries in order.</summary>
    public IEnumerator<Entry> GetEnumerator() => entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => entries.GetEnumerator();

    internal Metadata Freeze()
    {
        frozen = true;
        return this;
    }

    private void Writable()
    {
        if (frozen)
            throw new InvalidOperationException("This metadata cannot be changed.");
    }
}
