package dev.campanile.profile.imports;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** A claimed import with its file open behind the rows worked off already. */
final class OpenImport {

  private final ImportJob job;
  private final CsvFile file;
  private final RowReader reader;
  private int refusalsKept;

  private OpenImport(ImportJob job, CsvFile file, RowReader reader) {
    this.job = job;
    this.file = file;
    this.reader = reader;
    this.refusalsKept = job.refusals();
  }

  static OpenImport open(ImportJob job, ZoneId workspaceZone) {
    CsvFile file = new CsvFile(job.csv());
    RowReader reader =
        new RowReader(
            file.header(), workspaceZone, job.source(), "import " + job.id(), job.createdAt());
    int left = job.takenRows();
    while (left > 0) {
      List<CsvFile.Row> worked = file.next(left);
      worked.forEach(row -> reader.skip(row.number(), row.cells()));
      left = worked.isEmpty() ? 0 : left - worked.size();
    }
    return new OpenImport(job, file, reader);
  }

  ImportJob job() {
    return job;
  }

  Header header() {
    return file.header();
  }

  /** How many were read of the file. */
  long rows() {
    return file.rows();
  }

  /** The next rows, read; none at the end of the file. */
  List<ReadRow> next(int most) {
    return file.next(most).stream().map(row -> reader.read(row.number(), row.cells())).toList();
  }

  /** Those of the refusals that are still within what is kept. */
  List<Refusal> kept(List<ReadRow> rows) {
    List<Refusal> kept = new ArrayList<>();
    for (ReadRow row : rows) {
      for (Refusal refusal : row.refusals()) {
        if (refusalsKept < ImportRepository.MOST_REFUSALS) {
          refusalsKept++;
          kept.add(refusal);
        }
      }
    }
    return kept;
  }
}
