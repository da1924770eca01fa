package org.golivecheck.log.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.golivecheck.call.ApiCall;
import org.golivecheck.log.format.ProblemSink;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.format.ReadSession;

/** Passes the lines of logs to a parser. */
public final class TextLogSession implements ReadSession {
  private final LineSource lines;
  private final TextLine line = new TextLine();
  private final LineParser parser;
  private final ProblemSink problems;

  public TextLogSession(ReadContext context, LineParser parser) {
    this.lines = new LineSource(context.limits().maxLineBytes());
    this.parser = parser;
    this.problems = context.problems();
  }

  @Override
  public void read(String source, InputStream in, Consumer<? super ApiCall> calls)
      throws IOException {
    lines.start(in);
    line.start();
    parser.start(source, calls);
    long passedOver = 0;
    while (lines.next()) {
      line.set(lines.bytes(), lines.from(), lines.to(), lines.number(), lines.offset());
      line.setCut(lines.cut());
      boolean taken = parser.line(line);
      passedOver += taken || line.isEmpty() ? 0 : 1;
      boolean more = lines.cut();
      line.keep();
      while (more && lines.more()) {
        line.setMore(lines.bytes(), lines.from(), lines.to());
        line.setCut(lines.cut());
        parser.line(line);
        more = lines.cut();
      }
    }
    parser.end();
    problems.passedOver(passedOver);
  }
}
