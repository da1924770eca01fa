package org.golivecheck.log.record;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.golivecheck.call.ApiCall;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.log.format.Head;
import org.golivecheck.log.format.LoggedText;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.format.ReadSession;
import org.golivecheck.text.Json;
import org.jspecify.annotations.Nullable;

/** Reads tables of calls. */
final class CsvSession implements ReadSession {
  private static final Pattern SENTENCE = Pattern.compile("(?s)\\S+\\s+.*\\p{L}.*");

  /** A row has messages and more, so it may be longer than a line of headers. */
  private static final int RECORD_LINES = 16;

  private final ReadContext context;
  private final NameNode root;
  private final RecordCalls calls;
  private final LoggedText texts;
  private final Messages messages;
  private final int maxRecordBytes;
  private final List<String> row = new ArrayList<>();
  private @Nullable CsvColumns columns;

  CsvSession(ReadContext context, LoggedText texts) {
    this.context = context;
    this.texts = texts;
    root = FieldNames.root(context.options().fields());
    calls = new RecordCalls(context);
    JsonFactory factory = Json.lenient(context.limits().maxDepth());
    messages = new Messages(calls, texts, factory, new JsonRecord(factory, root, calls.values()));
    maxRecordBytes = maxRecordBytes(context.limits());
  }

  static int maxRecordBytes(ReadLimits limits) {
    return (int) Math.min((long) RECORD_LINES * limits.maxLineBytes(), 1 << 30);
  }

  @Override
  public void read(String source, InputStream in, Consumer<? super ApiCall> target)
      throws IOException {
    columns = null;
    Consumer<ApiCall> counted = messages.start(target);
    texts.start(source, counted);
    Head start = Head.of(in);
    CsvDialect dialect = CsvDialect.of(start.bytes(), start.bytes().length, context.options());
    calls.start(source, counted, dialect.isOfCalls() || !dialect.isOfTexts());
    BoundedReader reader = new BoundedReader(start.log(), maxRecordBytes);
    for (int i = 0; i < dialect.skip(); i++) {
      reader.skipLine();
      if (dialect.numbered()) {
        calls.passOver();
      }
    }
    if (PlainRow.fits(dialect)) {
      readPlainRows(reader, dialect);
    }
    while (!readTo(reader, dialect)) {
      reader.skipLine();
    }
    texts.end();
    messages.end();
    calls.finish();
  }

  static CSVFormat format(CsvDialect dialect) {
    return CSVFormat.DEFAULT
        .builder()
        .setDelimiter(dialect.delimiter())
        .setQuote(dialect.quote())
        .setIgnoreSurroundingSpaces(true)
        .setTrailingData(true)
        .setLenientEof(true)
        .get();
  }

  /** Reads rows up to one that needs a parser, or to the end. */
  private void readPlainRows(BoundedReader reader, CsvDialect dialect) throws IOException {
    PlainRow plain = new PlainRow(dialect);
    while (true) {
      int end = plain.read(reader.bytes(), reader.next(), reader.filled());
      if (end < 0) {
        // It may be a row of which more has to be read.
        int feed = reader.endOfLine();
        end = feed < 0 ? -1 : plain.read(reader.bytes(), reader.next(), feed + 1);
        if (end < 0) {
          return;
        }
      }
      long line = reader.line();
      long offset = reader.position();
      reader.pass(end);
      CsvColumns known = columns;
      boolean mayBeLike =
          line > LikeRecords.FIRST_LINE && known != null && known.take(plain, calls.likes());
      if (!mayBeLike || !calls.endLike(line)) {
        row.clear();
        plain.addTo(row);
        take(dialect, line, offset, false);
        if (mayBeLike) {
          calls.learn();
        }
      }
    }
  }

  /** Reads rows to the end, or up to one that is too long; returns whether it came to the end. */
  private boolean readTo(BoundedReader reader, CsvDialect dialect) throws IOException {
    long firstLine = reader.line();
    long firstByte = reader.position();
    long lastLine = firstLine - 1;
    // The parser owns nothing but the reader, which is read on.
    @SuppressWarnings("resource")
    CSVParser parser = CSVParser.builder().setReader(reader).setFormat(format(dialect)).get();
    try {
      Iterator<CSVRecord> rows = parser.iterator();
      for (boolean more = rows.hasNext(); more; ) {
        CSVRecord found = rows.next();
        long offset = firstByte + found.getCharacterPosition();
        reader.record(offset);
        lastLine = firstLine + parser.getCurrentLineNumber() - 1;
        long line = lastLine - lineBreaks(found);
        try {
          more = rows.hasNext();
        } catch (UncheckedIOException e) {
          // The next row cannot be read; this one was.
          take(found, dialect, line, offset, false);
          throw e;
        }
        take(found, dialect, line, offset, !more && !reader.endsWithLineBreak());
      }
      return true;
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof BoundedReader.TooLong) {
        lose(lastLine + 1);
        return false;
      }
      throw e.getCause();
    }
  }

  private static long lineBreaks(CSVRecord found) {
    long breaks = 0;
    for (String value : found) {
      for (int at = value.indexOf('\n'); at >= 0; at = value.indexOf('\n', at + 1)) {
        breaks++;
      }
    }
    return breaks;
  }

  private void lose(long line) {
    calls.loseUnread(
        line,
        -1,
        "The row is longer than "
            + maxRecordBytes
            + " bytes, or a quote in it is not closed; it is left out. Close the quote, or raise"
            + " the limit with --limit line-bytes="
            + 2L * context.limits().maxLineBytes()
            + ".");
  }

  private void take(CSVRecord found, CsvDialect dialect, long line, long offset, boolean lineIsOpen)
      throws IOException {
    row.clear();
    for (int i = 0; i < found.size(); i++) {
      row.add(value(found.get(i)));
    }
    take(dialect, line, offset, lineIsOpen);
  }

  /** Takes the row that was read. */
  private void take(CsvDialect dialect, long line, long offset, boolean lineIsOpen)
      throws IOException {
    CsvColumns known = columns;
    if (!row.isEmpty() && row.get(0).equals(CsvDialect.W3C)) {
      row.remove(0);
      known = null;
    }
    if (known == null) {
      List<String> names = dialect.numbered() ? CsvDialect.numbers(row.size()) : row;
      known = new CsvColumns(root, names, context.options().zone() == null);
      columns = known;
      if (!dialect.numbered()) {
        return;
      }
    }
    RecordValues values = calls.values();
    boolean empty = true;
    for (int i = 0; i < row.size(); i++) {
      known.take(i, row, values);
      empty &= row.get(i).isEmpty();
    }
    if (empty) {
      values.clear();
    } else if (lineIsOpen && isCut(known)) {
      calls.loseUnread(
          line, offset, "The log ends in the middle of this row; get it again in full.");
    } else if (!end(line, offset, row.size() == known.count() && !known.areMixed())) {
      List<String> lacking = messages.isLooking() ? calls.lacking() : List.of();
      if (!messages.take(line, offset, null) && messages.isLooking()) {
        byte[] text = String.join(" ", row).getBytes(StandardCharsets.UTF_8);
        messages.look(text, 0, text.length, line, lacking);
      }
    }
  }

  /**
   * Returns whether the last row, without a line break after it, is a part of one. A sentence is
   * not: programs write their own after a table.
   */
  private boolean isCut(CsvColumns known) {
    return row.size() == 1
        ? known.count() > 1 && !SENTENCE.matcher(row.get(0)).matches()
        : row.size() < known.count() || calls.isBad();
  }

  private boolean end(long line, long offset, boolean regular) {
    return regular ? calls.end(line, offset, null) : calls.endIrregular(line, offset);
  }

  /** Returns a value: bytes as text, without the apostrophe that keeps spreadsheets from it. */
  static String value(String bytes) {
    // What follows a quoted value up to the delimiter is a part of it, except blanks.
    String text = isGuarded(bytes) ? bytes.substring(1) : bytes.strip();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
      }
    }
    return text;
  }

  /** Returns whether apostrophes stand before the beginning of a formula. */
  private static boolean isGuarded(String text) {
    int at = 0;
    while (at < text.length() && text.charAt(at) == '\'') {
      at++;
    }
    return at > 0 && at < text.length() && "=+-@".indexOf(text.charAt(at)) >= 0;
  }
}
