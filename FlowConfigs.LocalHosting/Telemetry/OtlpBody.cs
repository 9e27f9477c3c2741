using System.Buffers;
using System.IO.Compression;
using Microsoft.AspNetCore.Http;

namespace FlowConfigs.LocalHosting.Telemetry;

/// <summary>Reads the body of a request, unpacked, up to <see cref="TelemetryLimits.UnpackedBytes"/>.</summary>
internal static class OtlpBody
{
    private const int Chunk = 64 * 1024;

    public static readonly string[] Packings = ["", "identity", "gzip"];

    /// <exception cref="BadHttpRequestException">It is too large.</exception>
    /// <exception cref="InvalidDataException">It is not gzip although it says so.</exception>
    public static async Task<byte[]> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var isPacked = request.Headers.ContentEncoding.ToString().Equals("gzip", StringComparison.OrdinalIgnoreCase);
        await using var stream = isPacked ? new GZipStream(request.Body, CompressionMode.Decompress, leaveOpen: true) : request.Body;
        using var body = new MemoryStream();
        var buffer = ArrayPool<byte>.Shared.Rent(Chunk);
        try
        {
            int read;
            while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
            {
                if (body.Length + read > TelemetryLimits.UnpackedBytes)
                {
                    throw new BadHttpRequestException(
                        $"Unpacked, the request is over {TelemetryLimits.UnpackedBytes >> 20} MB.", StatusCodes.Status413PayloadTooLarge);
                }

                body.Write(buffer, 0, read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return body.ToArray();
    }
}
