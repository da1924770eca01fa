package org.golivecheck.log.otel;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.golivecheck.call.ApiCall;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.format.ReadSession;
import org.golivecheck.log.record.FieldNames;
import org.golivecheck.log.record.RecordCalls;
import org.golivecheck.log.text.LineSource;
import org.golivecheck.log.text.LogTimes;

/** Reads the lines of spans of one log after another. Other lines are skipped. */
final class SpanLogSession implements ReadSession {
  /** A span has a line with all of its attributes. */
  private static final int LINES = 16;

  private final RecordCalls calls;
  private final SpanAttributes attributes;
  private final LineSource lines;

  SpanLogSession(ReadContext context) {
    calls = new RecordCalls(context);
    attributes = new SpanAttributes(context, calls, FieldNames.root(context.options().fields()));
    lines = new LineSource((int) Math.min((long) LINES * context.limits().maxLineBytes(), 1 << 30));
  }

  @Override
  public void read(String source, InputStream in, Consumer<? super ApiCall> target)
      throws IOException {
    calls.start(source, target, false);
    lines.start(in);
    while (lines.next()) {
      line();
    }
    calls.finish();
  }

  private void line() {
    attributes.clear();
    if (SpanLine.read(lines.text(), attributes::take)) {
      if (lines.cut()) {
        attributes.noteCut();
      }
      attributes.end(
          lines.number(), lines.offset(), LogTimes.in(lines.bytes(), lines.from(), lines.to()));
    } else if (lines.to() > lines.from()) {
      calls.passOver();
    }
  }
}
