package org.golivecheck.log.source;

import java.util.TreeSet;
import java.util.concurrent.atomic.LongAdder;
import org.golivecheck.log.LogInput;

/** Counts the entries and calls of one input. Thread-safe. */
final class InputCounts {
  private static final String NO_FORMAT = "unknown";

  private final String name;
  private final LongAdder entries = new LongAdder();
  private final LongAdder calls = new LongAdder();
  private final LongAdder skipped = new LongAdder();
  private final TreeSet<String> formats = new TreeSet<>();
  private volatile String lastFormat = "";

  InputCounts(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  void skip() {
    skipped.increment();
  }

  /** Counts lines before a log that are not part of it. */
  void skip(int lines) {
    skipped.add(lines);
  }

  /** Counts an entry from which no call could be read. */
  void lost() {
    entries.increment();
  }

  /** Counts a text as one entry per call and per unreadable record, and as one entry at least. */
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
