package org.golivecheck.log;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;
import org.golivecheck.call.ApiCall;
import org.golivecheck.log.format.LogReader;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.format.ReadSession;

/**
 * A log format for tests: every line {@code CALL token} is a call, handed on as soon as it is read;
 * every line {@code BAD} is a problem; other lines mean nothing.
 */
final class CallLines implements LogReader {

  @Override
  public LogFormat format() {
    return new LogFormat("call-lines", "tests", Set.of(), LogFormat.Form.LINES);
  }

  @Override
  public boolean recognises(byte[] head, int length, FormatOptions options) {
    String start = new String(head, 0, Math.min(length, 5), StandardCharsets.ISO_8859_1);
    return start.equals("CALL ") || start.startsWith("BAD");
  }

  @Override
  public ReadSession open(ReadContext context) {
    return new Session(context);
  }

  private record Session(ReadContext context) implements ReadSession {
    @Override
    public void read(String source, InputStream in, Consumer<? super ApiCall> calls)
        throws IOException {
      var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      String line = lines.readLine();
      while (line != null) {
        if (line.startsWith("CALL ")) {
          calls.accept(
              ApiCall.builder(Instant.EPOCH, "GET", "https://demo.docusign.net/restapi/v2.1", 200)
                  .traceToken(line.substring(5))
                  .source(source)
                  .build());
        } else if (line.startsWith("BAD")) {
          context
              .problems()
              .report(new LogProblem(ProblemCode.NO_TIMESTAMP, source, 1, 0, "no timestamp"));
        }
        line = lines.readLine();
      }
    }
  }
}
