package org.golivecheck.fleet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.golivecheck.CallAccumulator;
import org.golivecheck.GoLiveCheck;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.PathIds;
import org.golivecheck.log.LogCalls;
import org.golivecheck.log.LogInput;
import org.golivecheck.log.LogSource;
import org.golivecheck.log.ProblemCode;
import org.golivecheck.log.ProblemCount;
import org.golivecheck.log.ReadingSummary;

/**
 * Reads pieces with the readers of golive-check, one call after another, into one accumulator per
 * owner. What the accumulators take in memory is bounded: beyond it they are handed on and begun
 * again.
 */
final class PieceReader implements Iterator<Part> {
  private static final int CALLS_PER_LOOK = 4096;

  private final GoLiveCheck check;
  private final Configuration hadoop;
  private final long maxBytes;
  private final Iterator<Piece> pieces;
  private final Deque<Part> ready = new ArrayDeque<>();
  private Iterator<Opening> openings = List.<Opening>of().iterator();
  private OpenLog current;

  /** Opens a log, or a part of it. */
  private interface Opening {
    OpenLog open() throws IOException;
  }

  /** Who made calls, as far as the calls show it. */
  private record Owner(String key, String account) {}

  PieceReader(GoLiveCheck check, Configuration hadoop, long maxBytes, Iterator<Piece> pieces) {
    this.check = check;
    this.hadoop = hadoop;
    this.maxBytes = maxBytes;
    this.pieces = pieces;
  }

  /** Returns a reader of one log that is the lines of an iterator. */
  static PieceReader ofLines(
      GoLiveCheck check, long maxBytes, Piece.Log log, Iterator<String> lines) {
    PieceReader reader = new PieceReader(check, null, maxBytes, List.<Piece>of().iterator());
    reader.openings =
        List.<Opening>of(() -> reader.new OpenLog(log, new LineStream(lines), 0, null)).iterator();
    return reader;
  }

  @Override
  public boolean hasNext() {
    try {
      while (ready.isEmpty()) {
        if (current != null) {
          current.readOn();
        } else if (openings.hasNext()) {
          current = openings.next().open();
        } else if (pieces.hasNext()) {
          openings = openings(pieces.next());
        } else {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Part next() {
    return hasNext() ? ready.remove() : List.<Part>of().iterator().next();
  }

  private Iterator<Opening> openings(Piece piece) {
    return piece.logs().stream().<Opening>map(log -> () -> open(log, piece)).iterator();
  }

  private OpenLog open(Piece.Log log, Piece piece) throws IOException {
    Path path = new Path(log.path());
    FSDataInputStream in = path.getFileSystem(hadoop).open(path);
    if (!piece.isRange()) {
      return new OpenLog(log, in, 0, null);
    }
    in.seek(Math.max(0, piece.from() - 1));
    RangeStream lines = new RangeStream(in, piece.from(), piece.to());
    boolean hasHeader = piece.from() > 0 && !piece.header().isEmpty();
    byte[] header = (hasHeader ? piece.header() : "").getBytes(StandardCharsets.UTF_8);
    return new OpenLog(
        log,
        new SequenceInputStream(new ByteArrayInputStream(header), lines),
        piece.linesBefore() - (hasHeader ? 1 : 0),
        () -> lines.lines() - (piece.from() == 0 && !piece.header().isEmpty() ? 1 : 0));
  }

  /** Counts the lines of a range once it was read. */
  private interface LineCount {
    long lines();
  }

  /** A log that is being read. */
  private final class OpenLog {
    private final Piece.Log log;
    private final InputStream in;
    private final LineCount expected;
    private final LogCalls calls;
    private final Stream<ApiCall> stream;
    private final Iterator<ApiCall> iterator;
    private final Map<Owner, CallAccumulator> accumulators = new HashMap<>();
    private final Set<Owner> owners = new HashSet<>();
    private boolean timed = true;

    OpenLog(Piece.Log log, InputStream in, long linesBefore, LineCount expected) {
      this.log = log;
      this.in = in;
      this.expected = expected;
      calls = check.open(List.of(LogSource.ofPart(log.name(), in, linesBefore)));
      stream = calls.stream();
      iterator = stream.iterator();
    }

    void readOn() throws IOException {
      for (int i = 0; i < CALLS_PER_LOOK; i++) {
        if (!iterator.hasNext()) {
          end();
          return;
        }
        ApiCall call = iterator.next();
        timed &= !call.gaps().contains(ApiCall.Gap.TIME);
        accumulators.computeIfAbsent(owner(call), owner -> check.accumulator()).add(call);
      }
      if (accumulators.values().stream().mapToLong(CallAccumulator::bytes).sum() > maxBytes) {
        handOn();
      }
    }

    private void handOn() throws IOException {
      for (Map.Entry<Owner, CallAccumulator> entry : accumulators.entrySet()) {
        Owner owner = entry.getKey();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        entry.getValue().write(new DataOutputStream(bytes));
        ready.add(new Part.Calls(log.id(), owner.key(), owner.account(), bytes.toByteArray()));
      }
      owners.addAll(accumulators.keySet());
      accumulators.clear();
    }

    /** Adds to the calls of each owner what is known of the log only now. */
    private void end() throws IOException {
      stream.close();
      ReadingSummary summary = calls.summary();
      calls.close();
      in.close();
      for (Owner owner : owners) {
        accumulators.computeIfAbsent(owner, absent -> check.accumulator());
      }
      accumulators.values().forEach(accumulator -> accumulator.add(summary));
      handOn();
      Set<String> keys = new TreeSet<>();
      owners.stream().map(Owner::key).filter(key -> key != null).forEach(keys::add);
      List<Part.Problem> problems =
          summary.problems().stream()
              // As in a folder that the command reads, what is no log is passed over.
              .filter(
                  row -> row.problem().code() != ProblemCode.UNKNOWN_FORMAT || !owners.isEmpty())
              .map(this::safe)
              .toList();
      boolean incomplete = problems.stream().anyMatch(Part.Problem::incomplete);
      ready.add(new Part.End(log.id(), isByLine(summary), incomplete, keys, problems));
      current = null;
    }

    private Part.Problem safe(ProblemCount row) {
      return new Part.Problem(
          row.problem().code().name(),
          check.redactor().redact(row.problem().source()).toString(),
          row.problem().line(),
          check.redactor().redact(row.problem().message()).toString(),
          row.count(),
          row.problem().incomplete());
    }

    /** A range may be read by itself only if each of its lines is a call with a time. */
    private boolean isByLine(ReadingSummary summary) {
      long read = summary.inputs().stream().mapToLong(LogInput::calls).sum();
      return expected == null
          || (timed && summary.problems().isEmpty() && read == expected.lines());
    }
  }

  private static Owner owner(ApiCall call) {
    String key = call.identity().integrationKey();
    String account = PathIds.of(call.url()).accountId();
    String shown = account == null ? call.identity().account() : account;
    return new Owner(lower(key), lower(shown));
  }

  private static String lower(String text) {
    return text == null || text.isBlank() ? null : text.strip().toLowerCase(Locale.ROOT);
  }

  /** Lines of text as bytes. */
  private static final class LineStream extends InputStream {
    private final Iterator<String> lines;
    private byte[] line = new byte[0];
    private int next;

    LineStream(Iterator<String> lines) {
      this.lines = lines;
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      if (next == line.length && lines.hasNext()) {
        line = (lines.next() + "\n").getBytes(StandardCharsets.UTF_8);
        next = 0;
      }
      int count = Math.min(length, line.length - next);
      System.arraycopy(line, next, into, offset, count);
      next += count;
      return count == 0 && length > 0 ? -1 : count;
    }
  }
}
