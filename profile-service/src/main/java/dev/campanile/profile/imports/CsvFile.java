package dev.campanile.profile.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.campanile.runtime.http.Problem;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;

/** A file read from its header on, row by row: RFC 4180, UTF-8, separated by commas. */
final class CsvFile {

  /** A row as a spreadsheet counts: the header is row 1. */
  record Row(long number, List<String> cells) {}

  private final CloseableIterator<CsvRecord> records;
  private final Header header;
  private long lastRow = 1;

  /**
   * @throws Problem 400 when the header cannot be used
   */
  CsvFile(byte[] csv) {
    records =
        CsvReader.builder()
            .detectBomHeader(true)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .skipEmptyLines(false)
            .ofCsvRecord(new ByteArrayInputStream(csv))
            .iterator();
    if (!records.hasNext()) {
      throw Problem.of(400, "CSV_EMPTY", "The file is empty; its first row names the columns.");
    }
    header = Header.read(records.next().getFields());
  }

  /** Refuses bytes that are no UTF-8: names would be stored broken. */
  static void checkEncoding(byte[] csv) {
    try {
      UTF_8.newDecoder().decode(ByteBuffer.wrap(csv));
    } catch (CharacterCodingException e) {
      throw Problem.of(400, "CSV_NOT_UTF8", "Save the file as UTF-8 and send it again.");
    }
  }

  Header header() {
    return header;
  }

  /** How many were read, the header not counted. */
  long rows() {
    return lastRow - 1;
  }

  /** The next rows, fewer at the end; blank ones are passed over. */
  List<Row> next(int most) {
    List<Row> rows = new ArrayList<>();
    while (rows.size() < most && records.hasNext()) {
      List<String> cells = records.next().getFields();
      lastRow++;
      if (cells.size() > 1 || !cells.getFirst().isBlank()) {
        rows.add(new Row(lastRow, cells));
      }
    }
    return rows;
  }
}
