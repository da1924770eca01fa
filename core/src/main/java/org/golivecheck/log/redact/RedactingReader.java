package org.golivecheck.log.redact;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.commons.io.input.TeeInputStream;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ApiCall.Gap;
import org.golivecheck.call.ApiError;
import org.golivecheck.call.ItemError;
import org.golivecheck.call.Operations;
import org.golivecheck.log.CallList;
import org.golivecheck.log.LogFormat.Form;
import org.golivecheck.log.format.ForwardingReader;
import org.golivecheck.log.format.LogReader;
import org.golivecheck.log.format.PartedFormat;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.format.ReadSession;
import org.jspecify.annotations.Nullable;

/**
 * Reads a format as another reader does, and writes each log that has calls again, without secrets
 * and personal data. The first pass collects the ids of the calls. The second pass rewrites a copy
 * of the log. The third pass reads the result, which is kept only if it has the same calls.
 * Otherwise the calls are listed. Stateless but for the zip.
 */
public final class RedactingReader implements ForwardingReader {

  /** Reads a log of any format. */
  @FunctionalInterface
  public interface ReadBack {
    /** Passes the calls of a log to {@code calls}. */
    void read(InputStream log, Consumer<ApiCall> calls);
  }

  /** Rewrites logs of one form without secrets and personal data. Not thread-safe. */
  @FunctionalInterface
  public interface Rewriter {

    /**
     * Rewrites a log.
     *
     * @param in the log
     * @param out takes it; neither is closed
     * @return whether the log could be rewritten in its own format
     * @throws IOException if one of them throws it
     */
    boolean rewrite(InputStream in, OutputStream out) throws IOException;
  }

  private final LogReader reader;
  private final RedactedZip zip;
  private final Function<SafeTexts, @Nullable Rewriter> own;
  private final ReadBack readBack;

  /**
   * Makes a reader.
   *
   * @param reader reads the logs
   * @param zip takes what they become
   * @param own makes a rewriter of the format's own; null where its form says it all
   * @param readBack reads what was written, as its recipient will
   */
  public RedactingReader(
      LogReader reader,
      RedactedZip zip,
      Function<SafeTexts, @Nullable Rewriter> own,
      ReadBack readBack) {
    this.reader = reader;
    this.zip = zip;
    this.own = own;
    this.readBack = readBack;
  }

  @Override
  public LogReader reader() {
    return reader;
  }

  @Override
  public ReadSession open(ReadContext context) {
    ReadSession session = reader.open(context);
    return (source, in, calls) -> {
      try (Spool log = new Spool();
          Spool safe = new Spool()) {
        redact(source, in, calls, session, context, log, safe);
      }
    };
  }

  private void redact(
      String source,
      InputStream in,
      Consumer<? super ApiCall> calls,
      ReadSession session,
      ReadContext context,
      Spool log,
      Spool safe)
      throws IOException {
    Ids.Known ids = new Ids.Known();
    Removals removals = new Removals();
    CallsDigest before = new CallsDigest();
    SafeTexts safeCalls = new SafeTexts(zip.pseudonyms(), removals, ids);
    InputStream copied = new TeeInputStream(in, log);
    session.read(
        source,
        copied,
        call -> {
          ids.learn(call);
          before.add(safeCalls.urlAndKey(call));
          calls.accept(call);
        });
    copied.transferTo(OutputStream.nullOutputStream());
    if (before.count() == 0) {
      return;
    }
    Removals removed = new Removals();
    SafeTexts texts = new SafeTexts(zip.pseudonyms(), removed, ids);
    if (rewriter(texts, context).rewrite(log.in(), safe) && digest(safe).equals(before)) {
      zip.add(source, safe.in(), removed);
      return;
    }
    try (CallList list = zip.list()) {
      ReadContext silent = new ReadContext(context.limits(), context.options(), problem -> {});
      reader.open(silent).read(source, log.in(), call -> list.add(safeCalls.call(call)));
      zip.add(source, list, removals);
    }
  }

  private CallsDigest digest(Spool log) {
    CallsDigest digest = new CallsDigest();
    readBack.read(log.in(), digest::add);
    return digest;
  }

  private Rewriter rewriter(SafeTexts texts, ReadContext context) {
    Rewriter special = own.apply(texts);
    if (special != null) {
      return special;
    }
    return reader.format().form() == Form.JSON
        ? new JsonRewriter(texts, context.limits().maxDepth())
        : new LineRewriter(texts);
  }

  /**
   * A digest of everything that a review looks at in a sequence of calls. Two logs with equal
   * digests get the same findings.
   */
  private static final class CallsDigest {
    private long hash;
    private long count;

    /** Adds a call. */
    void add(ApiCall call) {
      count++;
      Instant time = call.gaps().contains(Gap.TIME) ? Instant.EPOCH : call.timestamp();
      add(time, call.method(), call.url(), call.status(), call.duration(), call.gaps());
      add(lower(call.traceToken()), call.vantage(), call.answeredByDocuSign(), call.limits());
      add(Operations.of(call), lower(call.identity().integrationKey()), call.client().sdk());
      add(call.legacyAuthentication(), call.client().userAgent() == null);
      ApiError error = call.error();
      if (error != null) {
        add(code(error.code()), error.message() == null, error.form());
      }
      for (ItemError item : call.itemErrors()) {
        add(code(item.code()));
      }
    }

    private static @Nullable String code(@Nullable String code) {
      return code == null ? null : SafeTexts.CODES.hideCode(code);
    }

    private static @Nullable String lower(@Nullable String text) {
      return text == null ? null : text.toLowerCase(Locale.ROOT);
    }

    private void add(@Nullable Object... facts) {
      for (Object fact : facts) {
        hash = (hash ^ Objects.toString(fact).hashCode()) * 0x9E3779B97F4A7C15L;
        hash ^= hash >>> 32;
      }
    }

    /** Returns how many calls were added. */
    long count() {
      return count;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof CallsDigest that && hash == that.hash && count == that.count;
    }

    @Override
    public int hashCode() {
      return Long.hashCode(hash);
    }
  }

  /** Reads archives as another reader does, and lists their calls. Stateless but for the zip. */
  public static final class OfArchives implements ForwardingReader, PartedFormat {
    private final PartedFormat reader;
    private final RedactedZip zip;

    /**
     * Makes a reader.
     *
     * @param reader reads the archives
     * @param zip takes what they become
     */
    public OfArchives(PartedFormat reader, RedactedZip zip) {
      this.reader = reader;
      this.zip = zip;
    }

    @Override
    public LogReader reader() {
      return reader;
    }

    @Override
    public boolean isPartName(String name) {
      return reader.isPartName(name);
    }

    @Override
    public boolean isPart(String source, byte[] head, int length) {
      return reader.isPart(source, head, length);
    }

    @Override
    public ReadSession open(ReadContext context) {
      return new Session(reader.open(context));
    }

    /** Lists the calls of each archive of an input. */
    private final class Session implements ReadSession {
      private final ReadSession session;
      private final Map<String, CallList> lists = new LinkedHashMap<>();
      private final Removals removals = new Removals();
      private final SafeTexts safe = new SafeTexts(zip.pseudonyms(), removals, new Ids.Known());

      Session(ReadSession session) {
        this.session = session;
      }

      @Override
      public void read(String source, InputStream in, Consumer<? super ApiCall> calls)
          throws IOException {
        session.read(source, in, call -> list(call, calls));
      }

      private void list(ApiCall call, Consumer<? super ApiCall> calls) {
        int entry = call.source().lastIndexOf('!');
        String archive = entry < 0 ? call.source() : call.source().substring(0, entry);
        lists.computeIfAbsent(archive, name -> zip.list()).add(safe.call(call));
        calls.accept(call);
      }

      @Override
      public void end(Consumer<? super ApiCall> calls) {
        session.end(call -> list(call, calls));
        lists.forEach(
            (archive, list) -> {
              try (list) {
                zip.add(archive, list, removals);
              }
            });
        lists.clear();
      }
    }
  }
}
