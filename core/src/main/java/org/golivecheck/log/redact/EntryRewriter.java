package org.golivecheck.log.redact;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.golivecheck.log.redact.Stages.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites the parts of one entry of a log without secrets and personal data. All but the request
 * line keep their length, and lines keep the form that a parser sees, so that the entry is read in
 * the same way as before. Not thread-safe.
 */
public final class EntryRewriter {
  private final OutputStream out;
  private final Removals removals = new Removals();
  private final Ids ids;
  private final Urls urls;
  private final Stages bodies;
  private final Headers headers;
  private final Stages lineStages;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private @Nullable Stage body;

  /**
   * Sets up.
   *
   * @param out receives the entry
   */
  public EntryRewriter(OutputStream out, Pseudonyms pseudonyms) {
    this.out = out;
    Hider hider = new Hider(pseudonyms, removals);
    ids = new Ids(pseudonyms, removals);
    urls = new Urls(pseudonyms, removals);
    bodies = new Stages(out, hider, ids, removals);
    lineStages = new Stages(line, hider, ids, removals);
    headers = new Headers(lineStages, line, urls, pseudonyms, removals);
  }

  /** Returns what was removed so far. */
  public Removals removals() {
    return removals;
  }

  /** Sets the trace token of the entry, which is kept wherever it occurs. */
  public void traceToken(String token) {
    ids.keep(token);
  }

  /** Writes a line as it is. */
  public void keep(byte[] bytes, int from, int to) throws IOException {
    out.write(bytes, from, to - from);
  }

  /**
   * Writes a request line.
   *
   * @param before the method and the blanks after it
   * @param url the URL
   * @param after what follows it, with the line break
   */
  public void requestLine(String before, String url, String after) throws IOException {
    String text = before + urls.rewrite(before.strip(), url) + after;
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes a header line.
   *
   * @param bytes the line with its line break
   * @param name its name
   * @param from where its value begins
   * @param to where its value ends
   */
  public void header(byte[] bytes, String name, int from, int to) throws IOException {
    out.write(headers.rewrite(bytes, name, from, to));
  }

  /** Writes a line that continues the previous header. */
  public void foldedHeader(byte[] bytes, int from, int to) throws IOException {
    out.write(headers.rewriteFolded(bytes, from, to));
  }

  /** Writes a line of unknown meaning. */
  public void text(byte[] bytes, int from, int to) throws IOException {
    line.reset();
    Stage text = lineStages.text();
    text.write(bytes, from, to);
    text.end();
    line.writeTo(out);
  }

  /** Hides and writes bytes that are not read, such as those beyond a limit. */
  public void hide(byte[] bytes, int from, int to) throws IOException {
    Stage stage = new Stages.DocumentStage(out);
    stage.write(bytes, from, to);
    stage.end();
  }

  /** Begins a body. */
  public void beginBody(@Nullable String contentType, @Nullable String encoding) {
    body = new Stages.BodyStage(bodies, contentType, encoding);
  }

  /** Writes the next bytes of the body. */
  public void body(byte[] bytes, int from, int to) throws IOException {
    if (body != null) {
      body.write(bytes, from, to);
    }
  }

  /** Ends the body, if there is one. */
  public void endBody() throws IOException {
    if (body != null) {
      body.end();
      body = null;
    }
  }
}
