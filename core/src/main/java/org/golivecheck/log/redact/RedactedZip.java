package org.golivecheck.log.redact;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.golivecheck.log.CallList;
import org.golivecheck.log.RemovedKind;
import org.golivecheck.log.WrittenLog;
import org.golivecheck.log.WrittenLog.Form;
import org.golivecheck.log.redact.Stages.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Takes redacted entries and writes them as a zip. Nothing at all is written before the first
 * entry. Not thread-safe.
 */
public final class RedactedZip {
  /** The earliest time in a zip. The time of the redaction is not disclosed. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final OutputStream out;
  private final RedactedNames names;
  private final Pseudonyms pseudonyms;
  private final Supplier<CallList> lists;
  private final Removals removals = new Removals();
  private final Map<Written, Long> written = new LinkedHashMap<>();
  private @Nullable ZipOutputStream zip;
  private long entries;

  private record Written(String input, Form form) {}

  /** Writes an entry. */
  @FunctionalInterface
  public interface Entry {
    /** Writes it by means of {@code rewriter}. */
    void writeTo(EntryRewriter rewriter) throws IOException;
  }

  /**
   * Sets up.
   *
   * @param out receives the zip; never closed here
   * @param inputs the names of the inputs
   * @param lists makes lists of calls
   */
  public RedactedZip(
      OutputStream out, List<String> inputs, Pseudonyms pseudonyms, Supplier<CallList> lists) {
    this.out = out;
    this.pseudonyms = pseudonyms;
    this.lists = lists;
    names = new RedactedNames(inputs, pseudonyms);
  }

  /**
   * Adds an entry of a request log.
   *
   * @param source where it was read, such as {@code logs.zip!07_OK_GetEnvelope.txt}
   * @throws OutputFailure if it cannot be written
   */
  public void add(String source, Entry entry) {
    add(
        source,
        "",
        Form.REQUEST_LOG,
        target -> {
          EntryRewriter rewriter = new EntryRewriter(target, pseudonyms);
          entry.writeTo(rewriter);
          removals.addAll(rewriter.removals());
        });
  }

  /**
   * Adds a log in its own format.
   *
   * @param source where it was read
   * @param removed what was removed from it
   */
  void add(String source, InputStream log, Removals removed) {
    add(source, "", Form.OWN_FORMAT, log::transferTo);
    removals.addAll(removed);
  }

  /**
   * Adds a list of calls.
   *
   * @param source where they were read
   * @param removed what was removed from them
   */
  void add(String source, CallList calls, Removals removed) {
    add(
        source,
        ".ndjson",
        Form.LISTING,
        target -> {
          Writer writer = new OutputStreamWriter(target, StandardCharsets.UTF_8);
          calls.writeTo(writer);
          writer.flush();
        });
    removals.addAll(removed);
  }

  /** Writes to the zip. */
  @FunctionalInterface
  private interface Writing {
    void writeTo(OutputStream out) throws IOException;
  }

  private void add(String source, String suffix, Form form, Writing writing) {
    try {
      ZipOutputStream target = zip;
      if (target == null) {
        target = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip = target;
      }
      ZipEntry header = new ZipEntry(names.of(source, suffix));
      header.setTimeLocal(TIME);
      target.putNextEntry(header);
      writing.writeTo(target);
      target.closeEntry();
      written.merge(new Written(names.inputOf(source), form), 1L, Long::sum);
      entries++;
    } catch (IOException e) {
      throw new OutputFailure(e);
    }
  }

  /** Returns the pseudonyms of this run. */
  Pseudonyms pseudonyms() {
    return pseudonyms;
  }

  /** Returns an empty list of calls. */
  CallList list() {
    return lists.get();
  }

  /** Ends the zip. */
  public void finish() throws IOException {
    if (zip != null) {
      zip.finish();
      zip.flush();
    }
  }

  /** Returns how many entries were written. */
  public long entries() {
    return entries;
  }

  /** Returns what was written of each input. */
  public List<WrittenLog> written() {
    return written.entrySet().stream()
        .map(row -> new WrittenLog(row.getKey().input(), row.getKey().form(), row.getValue()))
        .toList();
  }

  /** Returns what was removed from them. */
  public Map<RemovedKind, Long> removed() {
    return removals.counts();
  }

  /**
   * Names the entries of a redacted archive after the files that they were read from: {@code
   * logs.zip/07_OK_GetEnvelope.txt}. A name is unique, does not lead out of the folder that it is
   * unpacked in, and contains no personal data that can be recognised.
   */
  private static final class RedactedNames {
    private static final String SUFFIX = ".txt";
    private static final String GZIP = ".gz";

    private final Map<String, String> inputs = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Stages stages;

    /**
     * Sets up.
     *
     * @param names the names of the inputs
     */
    RedactedNames(List<String> names, Pseudonyms pseudonyms) {
      Removals uncounted = new Removals();
      Ids ids = new Ids(pseudonyms, uncounted);
      stages = new Stages(bytes, new Hider(pseudonyms, uncounted), ids, uncounted);
      Set<String> taken = new HashSet<>();
      for (String name : names) {
        inputs.computeIfAbsent(name, n -> unique(baseOf(n), taken));
      }
    }

    /** Returns the last part of a path. */
    private static String baseOf(String input) {
      List<String> parts = parts(input);
      if (input.equals("-") || input.endsWith("/stdin")) {
        return "stdin";
      }
      return parts.isEmpty() ? "logs" : parts.get(parts.size() - 1);
    }

    private static String unique(String name, Set<String> taken) {
      String unique = name;
      for (int i = 2; !taken.add(unique); i++) {
        int file = name.lastIndexOf('/') + 1;
        unique = name.substring(0, file) + i + "-" + name.substring(file);
      }
      return unique;
    }

    /**
     * Returns the name for what was read from a source, such as {@code a/logs.zip!07_OK.txt}.
     *
     * @param suffix what the name ends with, after that of the source
     */
    String of(String source, String suffix) throws IOException {
      String input = inputOf(source);
      String base = inputs.getOrDefault(input, baseOf(source));
      List<String> parts = new ArrayList<>(List.of(base));
      parts.addAll(parts(source.substring(input.length())));
      return unique(redacted(withoutGzip(String.join("/", parts))) + suffix, used);
    }

    /** What was unpacked is written unpacked. */
    private static String withoutGzip(String name) {
      boolean gzip =
          name.regionMatches(true, name.length() - GZIP.length(), GZIP, 0, GZIP.length());
      return gzip && name.length() > GZIP.length()
          ? name.substring(0, name.length() - GZIP.length())
          : name;
    }

    /** Returns the longest name of an input that a source begins with. */
    String inputOf(String source) {
      String longest = "";
      for (String input : inputs.keySet()) {
        boolean begins =
            source.startsWith(input)
                && (source.length() == input.length()
                    || "!/".indexOf(source.charAt(input.length())) >= 0
                    || input.endsWith("/"));
        if (begins && input.length() > longest.length()) {
          longest = input;
        }
      }
      return longest.isEmpty() ? source : longest;
    }

    private static List<String> parts(String path) {
      List<String> parts = new ArrayList<>();
      for (String part : path.split("[/\\\\!]", -1)) {
        if (!part.isEmpty() && !part.equals(".") && !part.equals("..")) {
          parts.add(part.replaceAll("[\\p{Cntrl}:<>\"|?*]", "_"));
        }
      }
      return parts;
    }

    private String redacted(String name) throws IOException {
      bytes.reset();
      int suffix = name.toLowerCase(Locale.ROOT).endsWith(SUFFIX) ? SUFFIX.length() : 0;
      String stem = name.substring(0, name.length() - suffix);
      // After a colon a parser of logs accepts anything in a name.
      byte[] text = (":" + stem).getBytes(StandardCharsets.UTF_8);
      Stage stage = stages.text();
      stage.write(text, 0, text.length);
      stage.end();
      String redacted = bytes.toString(StandardCharsets.UTF_8).substring(1).replace('*', 'x');
      return redacted + name.substring(stem.length());
    }
  }

  /** Says that what was redacted could not be written, which is no failure of an input. */
  public static final class OutputFailure extends UncheckedIOException {
    private static final long serialVersionUID = 1L;

    /** Wraps the failure. */
    public OutputFailure(IOException cause) {
      super(cause);
    }
  }
}
