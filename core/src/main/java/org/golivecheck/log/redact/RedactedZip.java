package org.golivecheck.log.redact;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.golivecheck.log.RemovedKind;
import org.jspecify.annotations.Nullable;

/**
 * Takes redacted entries and writes them as a zip. Nothing at all is written before the first
 * entry. Not thread-safe.
 */
public final class RedactedZip {
  /** The first moment that a zip can tell: when a log was redacted is nobody's business. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final OutputStream out;
  private final RedactedNames names;
  private final Pseudonyms pseudonyms;
  private final Removals removals = new Removals();
  private @Nullable ZipOutputStream zip;
  private long entries;

  /** Writes an entry. */
  @FunctionalInterface
  public interface Entry {
    /** Writes it by means of {@code rewriter}. */
    void writeTo(EntryRewriter rewriter) throws IOException;
  }

  /**
   * Sets up.
   *
   * @param out takes the zip; never closed here
   * @param inputs the names of the inputs
   */
  public RedactedZip(OutputStream out, List<String> inputs, Pseudonyms pseudonyms) {
    this.out = out;
    this.pseudonyms = pseudonyms;
    names = new RedactedNames(inputs, pseudonyms);
  }

  /**
   * Adds an entry.
   *
   * @param source where it was read, such as {@code logs.zip!07_OK_GetEnvelope.txt}
   * @throws OutputFailure if it cannot be written
   */
  public void add(String source, Entry entry) {
    try {
      ZipOutputStream target = zip;
      if (target == null) {
        target = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip = target;
      }
      ZipEntry header = new ZipEntry(names.of(source));
      header.setTimeLocal(TIME);
      target.putNextEntry(header);
      EntryRewriter rewriter = new EntryRewriter(target, pseudonyms);
      entry.writeTo(rewriter);
      target.closeEntry();
      removals.addAll(rewriter.removals());
      entries++;
    } catch (IOException e) {
      throw new OutputFailure(e);
    }
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

  /** Returns what was removed from them. */
  public Map<RemovedKind, Long> removed() {
    return removals.counts();
  }
}
