package org.golivecheck.log.redact;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.golivecheck.log.CallList;
import org.golivecheck.log.RemovedKind;
import org.golivecheck.log.WrittenLog;
import org.golivecheck.log.WrittenLog.Form;
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
}
