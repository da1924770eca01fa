package org.golivecheck.log.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.golivecheck.call.ApiCall;
import org.golivecheck.log.LogProblem;
import org.golivecheck.log.ProblemCode;
import org.golivecheck.log.format.ProblemSink;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.format.ReadSession;

/** Passes the lines of logs to a parser. */
public final class TextLogSession implements ReadSession {
  private static final Pattern ENDS = Pattern.compile("(?:[}\\])>\"']|(?:^| )\\d{3})$|^$");

  private final LineSource lines;
  private final TextLine line = new TextLine();
  private final LineParser parser;
  private final ProblemSink problems;

  public TextLogSession(ReadContext context, LineParser parser) {
    this.lines = new LineSource(context.limits().maxLineBytes());
    this.parser = parser;
    this.problems = context.problems();
  }

  /**
   * Returns whether the last line looks whole: it is a header, has a URL, or ends as bodies, sizes
   * and statuses do.
   */
  private static boolean isWhole(String line) {
    boolean head = line.indexOf('{') < 0 && (line.contains(": ") || line.contains("://"));
    return head || ENDS.matcher(line).find();
  }

  @Override
  public void read(String source, InputStream in, Consumer<? super ApiCall> calls)
      throws IOException {
    lines.start(in);
    line.start();
    parser.start(source, calls);
    boolean cut = false;
    long passedOver = 0;
    while (lines.next()) {
      line.set(lines.bytes(), lines.from(), lines.to(), lines.number(), lines.offset());
      line.setCut(lines.cut());
      boolean taken = parser.line(line);
      passedOver += taken || line.isEmpty() ? 0 : 1;
      cut = lines.last() && !isWhole(lines.text());
      boolean more = lines.cut();
      line.keep();
      while (more && lines.more()) {
        line.setMore(lines.bytes(), lines.from(), lines.to());
        line.setCut(lines.cut());
        parser.line(line);
        more = lines.cut();
      }
    }
    if (cut && parser.isInCall()) {
      problems.report(
          new LogProblem(
              ProblemCode.BAD_RECORD,
              new LogProblem.Position(source, lines.number(), lines.offset()),
              "The log ends in the middle of a call, so it may be cut; get it again in full.",
              true));
    }
    parser.end();
    problems.passedOver(passedOver);
  }
}
