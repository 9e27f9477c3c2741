using System.Globalization;
using System.Net;

namespace FlowConfigs.Tests.AppHost;

/// <summary>The addresses at which processes wait for connections. https://man7.org/linux/man-pages/man5/proc_pid_net.5.html</summary>
internal static class ListeningSockets
{
    private const string Listening = "0A";
    private const string Socket = "socket:[";

    public static IReadOnlyList<IPEndPoint> Of(IEnumerable<int> processIds)
    {
        var sockets = processIds.SelectMany(SocketsOf).ToHashSet();
        return [.. new[] { "/proc/net/tcp", "/proc/net/tcp6" }
            .SelectMany(table => File.ReadLines(table).Skip(1))
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(columns => columns[3] == Listening && sockets.Contains(columns[9]))
            .Select(columns => Address(columns[1]))];
    }

    private static IEnumerable<string> SocketsOf(int processId)
    {
        try
        {
            return [.. Directory.EnumerateFiles($"/proc/{processId}/fd")
                .Select(file => new FileInfo(file).LinkTarget ?? "")
                .Where(target => target.StartsWith(Socket, StringComparison.Ordinal))
                .Select(target => target[Socket.Length..^1])];
        }
        catch (IOException)
        {
            return []; // It has ended.
        }
    }

    // Words of four bytes, each in the processor's order.
    private static IPEndPoint Address(string written)
    {
        var (address, port) = written.Split(':') is [var first, var second] ? (first, second) : throw new FormatException(written);
        var bytes = Convert.FromHexString(address).Chunk(4).SelectMany(word => BitConverter.IsLittleEndian ? word.Reverse() : word).ToArray();
        var read = new IPAddress(bytes);
        return new(read.IsIPv4MappedToIPv6 ? read.MapToIPv4() : read, int.Parse(port, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
    }
}
