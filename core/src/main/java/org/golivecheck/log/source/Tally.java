package org.golivecheck.log.source;

import java.util.TreeSet;
import java.util.concurrent.atomic.LongAdder;
import org.golivecheck.log.LogInput;

/** Counts what one input held. Thread-safe. */
final class Tally {
  private static final String NO_FORMAT = "unknown";

  private final String name;
  private final LongAdder entries = new LongAdder();
  private final LongAdder calls = new LongAdder();
  private final LongAdder skipped = new LongAdder();
  private final TreeSet<String> formats = new TreeSet<>();
  private volatile String lastFormat = "";

  Tally(String name) {
    this.name = name;
  }

  void skip() {
    skipped.increment();
  }

  /** Counts so many lines that are no part of the log after them. */
  void skip(int lines) {
    skipped.add(lines);
  }

  /** Counts an entry from which no call could be read. */
  void lost() {
    entries.increment();
  }

  /** Counts a text: as many entries as it had calls and records that are none, at least one. */
  void text(String format, long callsRead, long recordsLost, long recordsPassedOver) {
    if (!format.equals(lastFormat)) {
      addFormat(format);
    }
    entries.add(Math.max(1, callsRead + recordsLost));
    calls.add(callsRead);
    skipped.add(recordsPassedOver);
  }

  private synchronized void addFormat(String format) {
    formats.add(format);
    lastFormat = format;
  }

  synchronized LogInput row() {
    String format = formats.isEmpty() ? NO_FORMAT : String.join("+", formats);
    return new LogInput(name, format, entries.sum(), calls.sum(), skipped.sum());
  }
}
