package org.golivecheck.cli;

import java.io.IOException;
import java.util.List;
import org.golivecheck.render.TextOptions;

/** Prints a list of calls in one format. */
interface CallListing {

  /** Takes the rows of a list, one after another. */
  @FunctionalInterface
  interface RowPrinter {
    /** Prints one row. */
    void print(CallRow row) throws IOException;
  }

  /** Rows in order, which can be gone through any number of times. */
  interface Rows {
    /** Hands every row to the printer. */
    void forEach(RowPrinter printer) throws IOException;
  }

  /** Returns the name of the format. */
  String format();

  /**
   * Prints the rows.
   *
   * @param rows the calls in order
   * @param style how text for people looks; other formats ignore it
   * @param out where to
   */
  void print(Rows rows, TextOptions style, Appendable out) throws IOException;

  /** Returns all formats, the default first; a new one needs a line here and nothing else. */
  static List<CallListing> all() {
    return List.of(new TableListing(), new CsvListing(), new NdjsonListing());
  }
}
