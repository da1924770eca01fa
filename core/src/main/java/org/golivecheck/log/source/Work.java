package org.golivecheck.log.source;

import java.util.List;

/** A part of the inputs that one thread can read. Immutable, and opened or split only once. */
interface Work {

  /** Returns about how many bytes there are to read. */
  long bytes();

  /**
   * Returns the parts of this work that can be read by different threads, or only itself.
   *
   * @param reader looks into files
   */
  List<Work> split(EntryReader reader);

  /** Returns a cursor over the entries. It does not throw. */
  Cursor open(EntryReader reader);
}
