package org.golivecheck.cli;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Sorts rows by time in bounded memory: what does not fit is sorted in runs, which go to one
 * temporary file and are merged on the way out. Rows may be added from any thread, and gone through
 * any number of times once all are added.
 */
final class CallSorter implements AutoCloseable {
  private static final int DEFAULT_RUN = 20_000;

  private final int rowsInMemory;
  private final List<CallRow> rows = new ArrayList<>();
  private final List<Run> runs = new ArrayList<>();
  private boolean sorted;
  private @Nullable FileChannel spill;

  /** Where a sorted run lies in the temporary file. */
  private record Run(long start, long rows) {}

  CallSorter() {
    this(DEFAULT_RUN);
  }

  /**
   * Makes a sorter.
   *
   * @param rowsInMemory how many rows stay in memory at most
   */
  CallSorter(int rowsInMemory) {
    this.rowsInMemory = rowsInMemory;
  }

  /**
   * Adds a row.
   *
   * @throws SpillException if the temporary file cannot be written
   */
  synchronized void add(CallRow row) {
    if (rows.size() == rowsInMemory) {
      spill();
    }
    rows.add(row);
    sorted = false;
  }

  /**
   * Hands over every row in order.
   *
   * @throws IOException if {@code printer} throws it
   * @throws SpillException if the temporary file cannot be read
   */
  synchronized void forEach(CallListing.RowPrinter printer) throws IOException {
    if (!sorted) {
      rows.sort(CallRow.ORDER);
      sorted = true;
    }
    PriorityQueue<RowSource> sources =
        new PriorityQueue<>(Comparator.comparing(RowSource::row, CallRow.ORDER));
    for (Run run : runs) {
      sources.add(RowSource.ofFile(channel(), run.start(), run.rows()));
    }
    if (!rows.isEmpty()) {
      sources.add(RowSource.ofMemory(rows));
    }
    while (!sources.isEmpty()) {
      RowSource least = sources.remove();
      printer.print(least.row());
      if (least.advance()) {
        sources.add(least);
      }
    }
  }

  private void spill() {
    rows.sort(CallRow.ORDER);
    try {
      FileChannel file = channel();
      runs.add(new Run(file.size(), rows.size()));
      file.position(file.size());
      DataOutputStream out =
          new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(file), 1 << 16));
      for (CallRow row : rows) {
        RowCodec.write(row, out);
      }
      out.flush();
    } catch (IOException e) {
      throw new SpillException(e);
    }
    rows.clear();
  }

  private FileChannel channel() {
    if (spill == null) {
      try {
        Path file = Files.createTempFile("golive-check-", ".calls");
        // For an interrupt by the user; closing deletes it otherwise.
        file.toFile().deleteOnExit();
        spill =
            FileChannel.open(
                file,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
      } catch (IOException e) {
        throw new SpillException(e);
      }
    }
    return spill;
  }

  /** Deletes the temporary file, if there is one. */
  @Override
  public void close() {
    try {
      if (spill != null) {
        spill.close();
      }
    } catch (IOException e) {
      throw new SpillException(e);
    }
  }
}
