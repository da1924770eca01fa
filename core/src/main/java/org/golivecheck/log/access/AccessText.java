package org.golivecheck.log.access;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.golivecheck.call.ApiCall;
import org.golivecheck.log.exchange.ExchangeCalls;
import org.golivecheck.log.format.LoggedText;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.record.RecordCalls;
import org.golivecheck.log.text.LogTime;
import org.jspecify.annotations.Nullable;

/** Finds lines of access logs in the messages of other logs. Not thread-safe. */
public final class AccessText implements LoggedText {
  private final RecordCalls calls;
  private final TimeCell time = new TimeCell();

  /** Sets up for some logs. */
  public AccessText(ReadContext context) {
    calls = new RecordCalls(context);
  }

  @Override
  public void start(String source, Consumer<? super ApiCall> target) {
    calls.start(source, target, false);
  }

  @Override
  public boolean take(@Nullable LogTime logged, String text, long line) {
    // The server of an application logs its own calls in the same formats.
    if (!ExchangeCalls.mayBeOfDocuSign(text)) {
      return false;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (AccessFormat format : AccessFormats.KNOWN) {
      calls.values().clear();
      time.clear();
      if (format.match(bytes, 0, bytes.length, calls.values(), time) >= 0
          && AccessFormats.isCall(calls.values(), time)) {
        return calls.end(line, -1, time.isRead() ? time.get() : logged);
      }
    }
    return false;
  }

  @Override
  public void end() {
    calls.finish();
  }
}
