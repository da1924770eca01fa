package org.golivecheck;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.LogField;
import org.golivecheck.call.Unanswered;
import org.golivecheck.log.ReadingSummary;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.rule.review.Coverage;
import org.golivecheck.rule.review.Reviewer;
import org.golivecheck.rule.timeline.CallsReader;
import org.golivecheck.rule.timeline.CallsWriter;
import org.golivecheck.rule.timeline.TimelineBuilder;

/**
 * Calls that are judged together once all are known, wherever they were read. Several machines each
 * fill one, write it, and one of them reads and merges the parts; the report is the same for any
 * parts in any order.
 *
 * <pre>{@code
 * CallAccumulator part = check.accumulator();
 * calls.forEach(part::add);
 * part.write(out);
 *
 * CallAccumulator whole = check.accumulator();
 * whole.read(in);
 * GoLiveReport report = whole.report();
 * }</pre>
 *
 * <p>Made by {@link GoLiveCheck#accumulator()}; the parts of one report come from checks with the
 * same settings. Not thread-safe.
 */
public final class CallAccumulator {
  private final Reviewer reviewer;
  private final Set<String> unread = new TreeSet<>();
  private final EnumSet<LogField> fields = EnumSet.noneOf(LogField.class);
  private final List<Unanswered> unanswered = new ArrayList<>();
  private TimelineBuilder calls;

  CallAccumulator(Reviewer reviewer) {
    this.reviewer = reviewer;
    calls = reviewer.timeline();
  }

  /** Adds a call. */
  public void add(ApiCall call) {
    calls.accept(call);
  }

  /**
   * Adds what is known of the logs that the calls come from: what they can show, and what was not
   * read to its end. Calls may be missing then, and the report does not pass.
   */
  public void add(ReadingSummary logs) {
    Coverage coverage = ReadRows.of(logs).coverage();
    unread.addAll(coverage.unread());
    fields.addAll(coverage.fields());
    unanswered.addAll(coverage.unanswered());
  }

  /**
   * Adds the calls of another accumulator.
   *
   * @param other must not be used afterwards
   * @return this
   * @throws IllegalArgumentException if the other one has other settings, by which its calls were
   *     filtered and classified
   */
  public CallAccumulator merge(CallAccumulator other) {
    if (!reviewer.settings().equals(other.reviewer.settings())) {
      throw new IllegalArgumentException(
          "The accumulators have different settings: make both from checks with the same");
    }
    calls = calls.join(other.calls);
    unread.addAll(other.unread);
    fields.addAll(other.fields);
    unanswered.addAll(other.unanswered);
    return this;
  }

  /** Returns about how many bytes of memory the calls take. */
  public long bytes() {
    return calls.bytes();
  }

  /**
   * Writes all that was added, for {@link #read} of the same version of golive-check. The calls
   * contain what the logs contain: they are not redacted, but reports made of them are.
   *
   * @throws IOException if the output cannot be written
   */
  public void write(DataOutput out) throws IOException {
    CallsWriter writer = new CallsWriter();
    calls.write(writer);
    writer.number(unread.size());
    for (String text : unread) {
      writer.text(text);
    }
    writer.fields(fields);
    writer.number(unanswered.size());
    for (Unanswered each : unanswered) {
      writer.text(each.host());
      writer.text(each.cause());
      writer.text(each.source());
      writer.number(each.count());
    }
    writer.writeTo(out);
  }

  /**
   * Adds what another accumulator wrote.
   *
   * @throws IOException if the bytes are damaged or cut off, or were written by another version
   */
  public void read(DataInput in) throws IOException {
    CallsReader reader = new CallsReader(in);
    try {
      calls.read(reader);
      for (long left = reader.number(); left > 0; left--) {
        unread.add(String.valueOf(reader.text()));
      }
      fields.addAll(reader.fields());
      for (long left = reader.number(); left > 0; left--) {
        unanswered.add(
            new Unanswered(
                String.valueOf(reader.text()),
                String.valueOf(reader.text()),
                String.valueOf(reader.text()),
                reader.number()));
      }
    } catch (IllegalArgumentException | IndexOutOfBoundsException | ClassCastException e) {
      throw new IOException("The calls were written by another version of golive-check", e);
    }
  }

  /**
   * Judges all that was added. The accumulator must not be used afterwards.
   *
   * @return a report without inputs and problems
   */
  public GoLiveReport report() {
    return reviewer.review(
        calls,
        new Coverage(
            List.copyOf(unread),
            fields.isEmpty() ? Coverage.FULL.fields() : fields,
            List.of(),
            Unanswered.summed(unanswered)));
  }
}
