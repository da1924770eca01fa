package org.golivecheck.log.request;

import java.io.IOException;
import java.util.Arrays;
import org.golivecheck.log.exchange.FieldName;
import org.golivecheck.log.redact.EntryRewriter;
import org.golivecheck.log.redact.RedactedZip.OutputFailure;
import org.jspecify.annotations.Nullable;

/** Writes the events of an entry out as the entry again, redacted. Its status line is known. */
final class RequestLogRewriter implements RequestLogListener {
  private static final String ENCODING = "Content-Transfer-Encoding";

  private @Nullable EntryRewriter out;
  private boolean timestampSeen;
  private boolean tokenSeen;
  private @Nullable String contentType;
  private @Nullable String encoding;
  private boolean inBody;

  /** Something that is written. */
  @FunctionalInterface
  private interface Writing {
    void writeTo(EntryRewriter out) throws IOException;
  }

  /** Begins an entry. */
  void start(EntryRewriter rewriter) {
    out = rewriter;
    timestampSeen = false;
    tokenSeen = false;
    contentType = null;
    encoding = null;
    inBody = false;
  }

  private void write(Writing writing) {
    EntryRewriter target = out;
    if (target != null) {
      try {
        writing.writeTo(target);
      } catch (IOException e) {
        throw new OutputFailure(e);
      }
    }
  }

  @Override
  public void prologue(LogLine line) {
    boolean timestamp = line.field() == FieldName.TIMESTAMP;
    boolean first = timestamp ? !timestampSeen : !tokenSeen;
    if (line.valueFrom() < line.valueTo()) {
      timestampSeen |= timestamp;
      tokenSeen |= !timestamp;
    }
    if (timestamp && first) {
      // The entry is a call, so this is a time.
      write(to -> to.keep(line.bytes(), line.from(), line.to()));
    } else {
      header(line);
    }
    if (!timestamp && first) {
      write(to -> to.traceToken(line.value()));
    }
  }

  @Override
  public void requestLine(LogLine line) {
    RequestLine parsed = RequestLine.parse(line);
    if (parsed == null) {
      other(line.bytes(), line.from(), line.to());
      return;
    }
    String text = line.text(line.from(), line.textEnd());
    int url = text.indexOf(parsed.url(), parsed.method().length());
    String before = text.substring(0, url);
    String after =
        text.substring(url + parsed.url().length()) + line.text(line.textEnd(), line.to());
    write(to -> to.requestLine(before, parsed.url(), after));
  }

  @Override
  public void requestHeader(LogLine line) {
    header(line);
  }

  private void header(LogLine line) {
    byte[] bytes = Arrays.copyOfRange(line.bytes(), line.from(), line.to());
    int valueFrom = line.valueFrom() - line.from();
    int valueTo = line.valueTo() - line.from();
    if (line.isFolded()) {
      write(to -> to.foldedHeader(bytes, valueFrom, valueTo));
      return;
    }
    String name = line.name();
    if (line.field() == FieldName.CONTENT_TYPE && contentType == null) {
      contentType = line.value();
    } else if (name.equalsIgnoreCase(ENCODING) && encoding == null) {
      encoding = line.value();
    }
    write(to -> to.header(bytes, name, valueFrom, valueTo));
  }

  @Override
  public void requestBody(byte[] bytes, int from, int to) {
    body(bytes, from, to);
  }

  private void body(byte[] bytes, int from, int to) {
    if (!inBody) {
      inBody = true;
      write(target -> target.beginBody(contentType, encoding));
    }
    write(target -> target.body(bytes, from, to));
  }

  private void endBody() {
    write(EntryRewriter::endBody);
    inBody = false;
    contentType = null;
    encoding = null;
  }

  @Override
  public void status(Candidate candidate, LogLine line) {
    endBody();
    write(to -> to.text(line.bytes(), line.from(), line.to()));
  }

  @Override
  public void responseHeader(LogLine line) {
    header(line);
  }

  @Override
  public void responseBody(byte[] bytes, int from, int to) {
    body(bytes, from, to);
  }

  @Override
  public void other(byte[] bytes, int from, int to) {
    if (isBlank(bytes, from, to) || isByteOrderMark(bytes, from, to)) {
      write(target -> target.keep(bytes, from, to));
    } else {
      write(target -> target.hide(bytes, from, to));
    }
  }

  private static boolean isBlank(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] < 0 || bytes[i] > ' ') {
        return false;
      }
    }
    return true;
  }

  private static boolean isByteOrderMark(byte[] bytes, int from, int to) {
    return to - from == 3
        && bytes[from] == (byte) 0xEF
        && bytes[from + 1] == (byte) 0xBB
        && bytes[from + 2] == (byte) 0xBF;
  }

  @Override
  public void end(int ordinal) {
    endBody();
  }
}
