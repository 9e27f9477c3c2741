using System.Text;

namespace FlowConfigs.LocalHosting.Running;

/// <summary>Reads lines, and cuts those that are too long, so that a program cannot fill the AppHost's memory.</summary>
internal sealed class LineReader(TextReader reader)
{
    /// <summary>The characters kept of one line.</summary>
    public const int Limit = 16 * 1024;

    private readonly char[] buffer = new char[4096];
    private readonly StringBuilder line = new();
    private int start;
    private int end;
    private bool ended;

    /// <summary>The next line, or null at the end.</summary>
    public async ValueTask<string?> ReadAsync()
    {
        while (!ended)
        {
            if (start == end)
            {
                (start, end) = (0, await reader.ReadAsync(buffer));
                ended = end == 0;
                continue;
            }

            var length = buffer.AsSpan(start, end - start).IndexOf('\n');
            Keep(buffer.AsSpan(start, length < 0 ? end - start : length));
            if (length < 0)
            {
                start = end;
                continue;
            }

            start += length + 1;
            return Take();
        }

        return line.Length > 0 ? Take() : null;
    }

    private void Keep(ReadOnlySpan<char> text)
    {
        var room = Limit - line.Length;
        if (room < 0)
            return; // cut already

        line.Append(text[..Math.Min(room, text.Length)]);
        if (text.Length > room)
            line.Append(" … (cut)");
    }

    private string Take()
    {
        var text = line.ToString().TrimEnd('\r');
        line.Clear();
        return text;
    }
}
