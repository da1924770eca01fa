package org.golivecheck.log.source;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Inflater;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.log.format.LogReader;
import org.golivecheck.log.format.ProblemSink;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.format.ReadSession;

/**
 * The buffers, inflaters and sessions of readers that one thread reads with. They are reused from
 * entry to entry. Not thread-safe.
 */
final class Buffers implements AutoCloseable {
  private static final int WINDOW = 1 << 18;
  private static final int ENTRY_BUFFER = 1 << 16;

  private final ReadLimits limits;
  private final Meter meter;
  private final HeldCalls held;
  private final ReadContext context;
  private final FileWindow data;
  private final FileWindow directory;
  private final Map<LogReader, ReadSession> sessions = new HashMap<>();
  private final List<Inflater> inflaters = new ArrayList<>();
  private final Deque<Inflater> freeInflaters = new ArrayDeque<>();

  Buffers(ReadLimits limits, FormatOptions options, Meter meter, ProblemSink problems) {
    this.limits = limits;
    this.meter = meter;
    this.data = new FileWindow(WINDOW, meter);
    this.directory = new FileWindow(WINDOW, meter);
    this.held = new HeldCalls(problems);
    this.context = new ReadContext(limits, options, held);
  }

  ReadLimits limits() {
    return limits;
  }

  Meter meter() {
    return meter;
  }

  HeldCalls held() {
    return held;
  }

  FileWindow data() {
    return data;
  }

  FileWindow directory() {
    return directory;
  }

  /** Creates a stream for the entries of an archive. */
  EntryStream entryStream() {
    return new EntryStream(takeInflater(), limits);
  }

  /** Returns a buffered stream for a layer such as gzip, or for a stream from outside. */
  PeekStream peek(InputStream in) {
    return new PeekStream(ENTRY_BUFFER, in);
  }

  Inflater takeInflater() {
    Inflater free = freeInflaters.poll();
    if (free == null) {
      free = new Inflater(true);
      inflaters.add(free);
    }
    return free;
  }

  void giveBack(Inflater inflater) {
    inflater.reset();
    freeInflaters.push(inflater);
  }

  ReadSession session(LogReader reader) {
    return sessions.computeIfAbsent(reader, r -> r.open(context));
  }

  /** Returns all sessions, by their readers. */
  Map<LogReader, ReadSession> sessions() {
    return sessions;
  }

  /** Discards a session that was interrupted and may be in the middle of an entry. */
  void dropSession(LogReader reader) {
    sessions.remove(reader);
  }

  @Override
  public void close() {
    inflaters.forEach(Inflater::end);
    inflaters.clear();
    freeInflaters.clear();
  }
}
