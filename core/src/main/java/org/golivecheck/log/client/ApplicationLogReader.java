package org.golivecheck.log.client;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.LogField;
import org.golivecheck.log.LogProblem;
import org.golivecheck.log.ProblemCode;
import org.golivecheck.log.read.LogReader;
import org.golivecheck.log.read.ReadContext;
import org.golivecheck.log.read.ReadSession;
import org.golivecheck.log.text.LogTime;
import org.golivecheck.log.text.LogTimes;
import org.golivecheck.text.Ascii;

/**
 * Reads the log of an application whose beginning does not show yet which client it uses: whatever
 * any of them wrote, and the exceptions of SDKs where none did.
 */
public final class ApplicationLogReader implements LogReader {
  private static final List<byte[]> LEVELS =
      List.of(
          Ascii.bytes("INFO"),
          Ascii.bytes("WARN"),
          Ascii.bytes("ERROR"),
          Ascii.bytes("DEBUG"),
          Ascii.bytes("TRACE"),
          Ascii.bytes("FATAL"),
          Ascii.bytes("SEVERE"),
          Ascii.bytes("NOTICE"),
          Ascii.bytes("[INF]"),
          Ascii.bytes("[WRN]"),
          Ascii.bytes("[ERR]"),
          Ascii.bytes("[DBG]"));

  /** How far into a line its level is looked for. */
  private static final int REACH = 120;

  /** So many lines with a time and with a level make a log. */
  private static final int ENOUGH = 2;

  @Override
  public String format() {
    return "app-log";
  }

  @Override
  public boolean recognises(byte[] head, int length) {
    int[] counts = new int[2];
    return HeadLines.anyOf(
        head,
        length,
        line -> {
          counts[0] += beginsWithTime(line) ? 1 : 0;
          counts[1] += hasLevel(line) ? 1 : 0;
          return counts[0] >= ENOUGH && counts[1] >= ENOUGH;
        });
  }

  private static boolean beginsWithTime(TextLine line) {
    LogTime time = LogTimes.in(line.bytes(), line.from(), line.to());
    return time != null && time.from() <= line.from() + 1;
  }

  private static boolean hasLevel(TextLine line) {
    int end = line.from() + REACH;
    return LEVELS.stream().anyMatch(level -> line.indexOf(level, line.from(), end) >= 0);
  }

  @Override
  public boolean isLastResort() {
    return true;
  }

  @Override
  public String writtenBy() {
    return "an application: what its HTTP client or DocuSign's SDK says among its own lines";
  }

  @Override
  public Set<LogField> shows() {
    return EnumSet.allOf(LogField.class);
  }

  @Override
  public ReadSession open(ReadContext context) {
    return new Session(context, new TextLogSession(context, new ClientParsers(context)));
  }

  /** Tells of a log without any call, which nobody may take for one without any fault. */
  private record Session(ReadContext context, TextLogSession lines) implements ReadSession {

    @Override
    public void read(String source, InputStream in, Consumer<? super ApiCall> calls)
        throws IOException {
      boolean[] any = {false};
      lines.read(
          source,
          in,
          call -> {
            any[0] = true;
            calls.accept(call);
          });
      if (!any[0]) {
        context
            .problems()
            .report(
                new LogProblem(
                    ProblemCode.UNKNOWN_FORMAT,
                    source,
                    0,
                    -1,
                    "is the log of an application without any call in it: neither what an HTTP"
                        + " client logs of its calls nor an exception of DocuSign's SDKs was"
                        + " found; turn the client's debug log on"));
      }
    }
  }
}
