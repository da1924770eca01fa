package org.golivecheck.log.capture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.LogField;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.LogFormat;
import org.golivecheck.log.LogFormat.Form;
import org.golivecheck.log.capture.SazName.Part;
import org.golivecheck.log.format.PartedFormat;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.format.ReadSession;
import org.golivecheck.log.json.JsonInput;
import org.golivecheck.log.text.LogTime;
import org.golivecheck.log.text.LogTimes;
import org.jspecify.annotations.Nullable;

/**
 * Reads archives of Fiddler (SAZ): zips in which each exchange has a raw request, a raw response,
 * and its times.
 */
public final class SazReader implements PartedFormat {
  private static final LogFormat FORMAT =
      new LogFormat(
          "saz", "Fiddler: archives of sessions", EnumSet.allOf(LogField.class), Form.ARCHIVE);

  @Override
  public LogFormat format() {
    return FORMAT;
  }

  /** Knows nothing outside of an archive. */
  @Override
  public boolean recognises(byte[] head, int length, FormatOptions options) {
    return false;
  }

  @Override
  public boolean isPartName(String name) {
    return SazName.parse(name) != null;
  }

  @Override
  public boolean isPart(String source, byte[] head, int length) {
    SazName name = SazName.parse(source);
    return name != null && looksLike(name.part(), head, length);
  }

  private static boolean looksLike(Part part, byte[] head, int length) {
    String start = new String(head, 0, Math.min(length, 5), StandardCharsets.ISO_8859_1);
    return switch (part) {
      case REQUEST -> isRequestLine(head, length);
      case RESPONSE -> start.equals("HTTP/");
      case TIMES -> start.startsWith("<");
      case FRAMES -> true;
    };
  }

  /** Returns whether a method and a blank come first; the first line may be longer than seen. */
  private static boolean isRequestLine(byte[] head, int length) {
    int at = 0;
    while (at < length && ((head[at] >= 'A' && head[at] <= 'Z') || head[at] == '-')) {
      at++;
    }
    return at > 0 && at < length && head[at] == ' ';
  }

  @Override
  public ReadSession open(ReadContext context) {
    return new SazSession(context);
  }

  /**
   * Assembles captures from the entries of archives, in whatever order these come. Fiddler writes
   * the entries of an exchange one after another; where another program did not, a bounded number
   * of bytes waits for the rest, and then the oldest exchange is dropped.
   */
  private static final class SazSession implements ReadSession {
    private static final int MOST_WAITING = 4_096;
    private static final long MOST_BYTES = 64L << 20;
    private static final int TIMES_BYTES = 64 * 1024;
    private static final int HEAD_LINES = 4;

    private record Key(String archive, long number) {}

    /** The parts of an exchange that were read. */
    private static final class Waiting {
      private byte @Nullable [] request;
      private byte @Nullable [] response;
      private byte @Nullable [] times;
      private long requestLength;
      private boolean responseCut;

      boolean isWhole() {
        return request != null && response != null && times != null;
      }

      boolean has(Part part) {
        return (part == Part.REQUEST ? request : part == Part.RESPONSE ? response : times) != null;
      }

      long bytes() {
        return length(request) + length(response) + length(times);
      }

      private static long length(byte @Nullable [] part) {
        return part == null ? 0 : part.length;
      }
    }

    private final Capture capture;
    private final int maxRequest;
    private final int maxResponse;
    private final Map<Key, Waiting> waiting = new LinkedHashMap<>();
    private final byte[] rest = new byte[8_192];
    private long waitingBytes;
    private String archive = "";
    private Consumer<? super ApiCall> target = call -> {};

    SazSession(ReadContext context) {
      capture = new Capture(context);
      maxResponse = new JsonInput(context.limits()).maxTextBytes();
      maxRequest = (int) Math.min(maxResponse, (long) HEAD_LINES * context.limits().maxLineBytes());
    }

    @Override
    public void read(String source, InputStream in, Consumer<? super ApiCall> calls)
        throws IOException {
      SazName name = SazName.parse(source);
      if (name == null) {
        close();
        capture.start(source, calls);
        capture.noCapture("is not part of a Fiddler archive; give the archive as it was saved");
        return;
      }
      byte[] part = in.readNBytes(most(name.part()));
      long length = part.length + passRest(in);
      target = calls;
      take(name, part, length);
    }

    private int most(Part part) {
      return switch (part) {
        case REQUEST -> maxRequest;
        case RESPONSE -> maxResponse;
        case TIMES -> TIMES_BYTES;
        case FRAMES -> 0;
      };
    }

    /**
     * Reads on to the end, where a checksum may prove wrong, and returns how many bytes that were.
     */
    private long passRest(InputStream in) throws IOException {
      long length = 0;
      for (int count = in.read(rest); count >= 0; count = in.read(rest)) {
        length += count;
      }
      return length;
    }

    private void take(SazName name, byte[] part, long length) {
      if (name.part() == Part.FRAMES) {
        return;
      }
      Key key = new Key(name.archive(), name.number());
      Waiting known = waiting.get(key);
      if (known != null && known.has(name.part())) {
        // An archive may have two entries of one name.
        complete(key);
        known = null;
      }
      if (known == null) {
        known = new Waiting();
        waiting.put(key, known);
      }
      waitingBytes += part.length;
      switch (name.part()) {
        case REQUEST -> {
          known.request = part;
          known.requestLength = length;
        }
        case RESPONSE -> {
          known.response = part;
          known.responseCut = length > part.length;
        }
        default -> known.times = part;
      }
      if (known.isWhole()) {
        complete(key);
      }
      while (waiting.size() > MOST_WAITING || waitingBytes > MOST_BYTES) {
        complete(waiting.keySet().iterator().next());
      }
    }

    @Override
    public void end(Consumer<? super ApiCall> calls) {
      target = calls;
      while (!waiting.isEmpty()) {
        complete(waiting.keySet().iterator().next());
      }
      close();
    }

    /** Ends the open archive, and reports the calls that were lost without a time zone. */
    private void close() {
      capture.finish();
      archive = "";
    }

    private void open(String name) {
      if (!name.equals(archive)) {
        close();
        capture.start(name, target);
        archive = name;
      }
      capture.handTo(target);
    }

    /** Makes a call of the parts that are there. */
    private void complete(Key key) {
      Waiting parts = waiting.remove(key);
      if (parts == null) {
        return;
      }
      waitingBytes -= parts.bytes();
      open(key.archive());
      capture.begin(key.number(), 0, -1);
      byte[] request = parts.request;
      if (request == null) {
        capture.lose("has no request");
        return;
      }
      request(new RawMessage(request), request, parts.requestLength);
      byte[] response = parts.response;
      if (response != null) {
        response(new RawMessage(response), parts.responseCut);
      }
      end(parts.times == null ? SessionTimes.NONE : SessionTimes.parse(parts.times));
    }

    private void request(RawMessage message, byte[] bytes, long length) {
      String line = message.startLine();
      int first = line.indexOf(' ');
      int last = line.lastIndexOf(" HTTP/");
      capture.method(first < 0 ? line : line.substring(0, first));
      if (first >= 0) {
        String url = line.substring(first + 1, last > first ? last : line.length()).strip();
        String host = message.header("Host");
        capture.url(url.startsWith("/") && host != null ? "https://" + host + url : url);
      }
      for (RawMessage.Header header : message.headers()) {
        capture.exchange().requestHeader(header.name(), header.value());
      }
      capture.exchange().requestBytes(length - message.bodyStart());
      capture.exchange().requestBody(bytes, message.bodyStart(), bytes.length);
    }

    private void response(RawMessage message, boolean cut) {
      String[] line = message.startLine().split(" ", 3);
      boolean ofFiddler = line.length == 3 && line[2].startsWith("Fiddler - ");
      // If no server responds, Fiddler does.
      capture.status(line.length < 2 || ofFiddler ? null : line[1]);
      if (ofFiddler) {
        capture.failure(line[2]);
      }
      for (RawMessage.Header header : message.headers()) {
        capture.exchange().responseHeader(header.name(), header.value());
      }
      if (CaptureValues.mayTellErrors(message.header("Content-Type"))) {
        byte[] body = message.body(maxResponse);
        capture.responseBody(body);
        if (cut || body.length == maxResponse) {
          capture.noteBodyCut();
        }
      }
    }

    private void end(SessionTimes times) {
      capture.exchange().received(times.done());
      capture.exchange().took(times.took());
      capture.end("has no time, and no Date in its response");
    }

    /**
     * The times that Fiddler notes of an exchange.
     *
     * @param begun when the client began to send, or null
     * @param done when the client had the response, or Fiddler had it; null if neither is noted
     */
    private record SessionTimes(@Nullable LogTime begun, @Nullable LogTime done) {
      static final SessionTimes NONE = new SessionTimes(null, null);

      private static final long LONGEST_NANOS = 86_400_000_000_000L;

      static SessionTimes parse(byte[] xml) {
        String text = new String(xml, StandardCharsets.UTF_8);
        LogTime client = timer(text, "ClientDoneResponse");
        return new SessionTimes(
            timer(text, "ClientBeginRequest"),
            client != null ? client : timer(text, "ServerDoneResponse"));
      }

      private static @Nullable LogTime timer(String xml, String name) {
        int at = xml.indexOf(' ' + name + '=');
        int from = at + name.length() + 3;
        if (at < 0 || from > xml.length()) {
          return null;
        }
        int end = xml.indexOf(xml.charAt(from - 1), from);
        String text = end < 0 ? "" : xml.substring(from, end);
        // Year 1 means that there was no such time.
        return text.startsWith("0001-") ? null : LogTimes.value(text);
      }

      /** Returns how long the exchange took, or null where that is not known. */
      @Nullable Duration took() {
        if (begun == null || done == null) {
          return null;
        }
        long nanos = done.nanosSince(begun);
        return nanos < 0 || nanos > LONGEST_NANOS ? null : Duration.ofNanos(nanos);
      }
    }
  }
}
