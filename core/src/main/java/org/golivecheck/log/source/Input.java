package org.golivecheck.log.source;

import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.golivecheck.log.LogInput;

/**
 * An input, or some bytes in it.
 *
 * @param source the name that calls and problems are reported with
 * @param counts the counts of the whole input
 * @param byteLimit the limit of the bytes that the input may inflate to
 * @param archives how many zip archives the bytes are nested in
 * @param wraps how many other layers, such as gzip, surround them within the innermost archive
 * @param named whether they are the input itself, rather than a file in a folder or archive
 * @param linesBefore how many lines of the file come before them
 */
record Input(
    String source,
    Counts counts,
    ByteLimit byteLimit,
    int archives,
    int wraps,
    boolean named,
    long linesBefore) {

  /** Returns the entry of the archive that these bytes are. */
  Input entry(String name) {
    return new Input(source + '!' + name, counts, byteLimit, archives + 1, 0, false, 0);
  }

  /** Returns the contents of a layer such as gzip, which have no name of their own. */
  Input unwrapped() {
    return new Input(source, counts, byteLimit, archives, wraps + 1, named, 0);
  }

  /** Counts the entries and calls of one input. Thread-safe. */
  static final class Counts {
    private static final String NO_FORMAT = "unknown";

    private final String name;
    private final LongAdder entries = new LongAdder();
    private final LongAdder calls = new LongAdder();
    private final LongAdder skipped = new LongAdder();
    private final TreeSet<String> formats = new TreeSet<>();
    private volatile String lastFormat = "";

    Counts(String name) {
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

  /**
   * The limit of the bytes that one input may inflate to. Thread-safe.
   *
   * <p>Entries that the directory of an archive file lists are not counted here: their sizes are
   * known beforehand. So what is read does not depend on which thread came first.
   */
  static final class ByteLimit {
    private final long limit;
    private final AtomicLong used = new AtomicLong();
    private final AtomicBoolean stopped = new AtomicBoolean();

    ByteLimit(long limit) {
      this.limit = limit;
    }

    void take(int bytes) throws InputStop {
      if (used.addAndGet(bytes) > limit) {
        throw new InputStop("total-bytes", limit);
      }
    }

    /** Returns true to the first caller only: the thread that reports why reading was given up. */
    boolean stop() {
      return stopped.compareAndSet(false, true);
    }
  }
}
