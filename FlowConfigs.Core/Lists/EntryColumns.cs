using System.Globalization;

namespace FlowConfigs.Core.Lists;

/// <summary>What the columns of a paste are.</summary>
/// <param name="Name">As the first line names it.</param>
/// <param name="Field"><c>key</c>, <c>note</c>, <c>owner</c> or <c>expires</c>; null where the name is not known.</param>
/// <param name="Sample">What the next line has in it.</param>
public sealed record EntryColumn(string Name, string? Field, string Sample);

/// <summary>A paste's columns are not known, so nothing was read; the client can name the columns.</summary>
/// <param name="columns">As far as they are known.</param>
public sealed class UnknownColumnsException(IReadOnlyList<EntryColumn> columns) : Exception(
    $"{(columns.Any(column => column.Field == EntryColumns.Key) ? "" : "No column is recognized as the key. ")}"
    + $"{string.Join(' ', columns.Where(c => c.Field is null).Select(c => $"The column '{c.Name}' is not known."))} "
    + $"Name the columns {string.Join(", ", EntryColumns.Fields)} in the first line, or select what each one is.")
{
    /// <summary>As far as they are known.</summary>
    public IReadOnlyList<EntryColumn> Columns { get; } = columns;
}

/// <summary>The fields of entries, and the names that spreadsheets' columns have for them.</summary>
public static class EntryColumns
{
    /// <summary>The column of keys.</summary>
    public const string Key = "key";

    /// <summary>A column that is not read.</summary>
    public const string NotRead = "-";

    internal const string Note = "note";
    internal const string Owner = "owner";
    internal const string Expires = "expires";

    // In the languages of SpreadsheetValue; without points, spaces and hyphens.
    private static readonly Dictionary<string, string> Words = new[]
    {
        (Key, "key phone number phonenumber phoneno phone# telephone telephonenumber tel telno mobile mobilenumber cell cellphone caller "
            + "callernumber callerid e164 msisdn ani telefon telefonnummer telefonnr rufnummer nummer nr handy handynummer mobil mobilnummer anrufer "
            + "schlüssel téléphone telephone numéro numero numérodetéléphone numerodetelephone portable clé teléfono telefono número "
            + "númerodeteléfono numerodetelefono móvil movil celular clave numeroditelefono cellulare chiave telefoon telefoonnummer mobiel "
            + "sleutel telefone númerodetelefone telemóvel telemovel chave numer numertelefonu komórka klucz telefonnumret mobilnummer nyckel "
            + "nøkkel nøgle puhelin puhelinnumero numero avain telefonszám szám mobilszám kulcs telefonníčíslo číslo číslotelefonu klíč телефон "
            + "номер номертелефона ключ telefonnumarası numara ceptelefonu anahtar τηλέφωνο αριθμός telefonas număr numărdetelefon broj "
            + "telefonskabroj 電話番号 電話 番号 电话 电话号码 号码 手机 전화번호 번호 전화"),
        (Note, "note notes comment comments remark remarks description reason notiz notizen anmerkung bemerkung kommentar beschreibung grund "
            + "commentaire remarque nota notas comentario comentarios observación commento notitie opmerking omschrijving observação "
            + "observacao comentário uwaga uwagi notatka anteckning notat bemærkning merknad huomautus muistiinpano kommentti megjegyzés "
            + "poznámka примечание комментарий заметка açıklama σημείωση notă napomena 備考 メモ 备注 메모 비고"),
        (Owner, "owner responsible contact inhaber eigentümer verantwortlich verantwortlicher besitzer zuständig propriétaire responsable "
            + "propietario proprietario responsabile eigenaar verantwoordelijke proprietário responsável właściciel ägare ansvarig ejer eier "
            + "omistaja tulajdonos felelős vlastník владелец ответственный sahip sorumlu ιδιοκτήτης proprietar vlasnik 担当者 担当 负责人 담당자"),
        (Expires, "expires expiry expiration expirationdate expirydate until validuntil listeduntil end enddate ablauf ablaufdatum bis gültigbis "
            + "expire jusquau valablejusquau vence caduca válidohasta validohasta hasta scadenza validofinoa vervalt verloopt geldigtot tot "
            + "expira válidoaté validoate wygasa ważnedo utgår giltigtill udløber utløper vanhenee lejár érvényesség platnostdo истекает срок "
            + "действительнодо bitiş sontarih λήγει expiră istječe 期限 有効期限 有效期 到期 만료일"),
    }.SelectMany(field => field.Item2.Split(' ').Select(word => (Word: Plain(word), Field: field.Item1)))
        .DistinctBy(word => word.Word).ToDictionary(word => word.Word, word => word.Field);

    /// <summary>The fields in the order in which a file has them.</summary>
    public static IReadOnlyList<string> Fields { get; } = [Key, Note, Owner, Expires];

    /// <summary>The field that a column's name means; null where it is not known.</summary>
    internal static string? FieldOf(string name) => Words.GetValueOrDefault(Plain(name));

    /// <summary>Reads the columns as the client names them.</summary>
    /// <param name="columns">Fields in the columns' order, parted by commas; <see cref="NotRead"/> for a column that is not read.</param>
    /// <exception cref="InvalidConfigException">It names another field, one twice, or no key.</exception>
    public static IReadOnlyList<string?>? Parse(string? columns)
    {
        if (string.IsNullOrWhiteSpace(columns))
            return null;
        string?[] fields = [.. columns.Split(',').Select(column => column.Trim() is var field && field is "" or NotRead ? null : field)];
        var named = fields.OfType<string>().ToList();
        return named.All(Fields.Contains) && named.Distinct().Count() == named.Count && named.Contains(Key)
            ? fields
            : throw new InvalidConfigException([new(
                "columns",
                $"Must be {string.Join(", ", Fields)} in the order of the columns, each at most once and key among them; {NotRead} for others.")]);
    }

    private static string Plain(string name) =>
        string.Concat(name.Where(c => char.IsLetterOrDigit(c) || c == '#' || char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark))
            .ToUpperInvariant();
}
