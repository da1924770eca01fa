package org.golivecheck.log.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.log.format.Head;
import org.golivecheck.log.redact.RedactingReader.Rewriter;
import org.golivecheck.log.redact.SafeTexts;

/** Rewrites tables: the same columns and rows in the same dialect. */
public final class CsvRewriter implements Rewriter {
  private final SafeTexts texts;
  private final FormatOptions options;
  private final int maxRecordBytes;

  /** Sets up for one table. */
  public CsvRewriter(SafeTexts texts, ReadLimits limits, FormatOptions options) {
    this.texts = texts;
    this.options = options;
    maxRecordBytes = CsvSession.maxRecordBytes(limits);
  }

  @Override
  public boolean rewrite(InputStream in, OutputStream out) throws IOException {
    Head start = Head.of(in);
    CsvDialect dialect = CsvDialect.of(start.bytes(), start.bytes().length, options);
    BoundedReader reader = new BoundedReader(start.log(), maxRecordBytes);
    for (int i = 0; i < dialect.skip(); i++) {
      reader.skipLine();
    }
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    CSVPrinter printer =
        new CSVPrinter(writer, CsvSession.format(dialect).builder().setRecordSeparator("\n").get());
    List<String> columns = new ArrayList<>();
    while (!rewriteTo(reader, dialect, columns, printer)) {
      reader.skipLine();
    }
    writer.flush();
    return true;
  }

  private boolean rewriteTo(
      BoundedReader reader, CsvDialect dialect, List<String> columns, CSVPrinter printer)
      throws IOException {
    long firstByte = reader.position();
    // The parser owns nothing but the reader, which is read on.
    @SuppressWarnings("resource")
    CSVParser parser =
        CSVParser.builder().setReader(reader).setFormat(CsvSession.format(dialect)).get();
    try {
      for (Iterator<CSVRecord> rows = parser.iterator(); rows.hasNext(); ) {
        CSVRecord found = rows.next();
        reader.record(firstByte + found.getCharacterPosition());
        List<String> row = new ArrayList<>();
        boolean names = columns.isEmpty() && !dialect.numbered();
        for (int i = 0; i < found.size(); i++) {
          String value = CsvSession.value(found.get(i));
          row.add(
              names
                  ? texts.name(value)
                  : texts.cell(i < columns.size() ? columns.get(i) : "", value));
          if (names) {
            columns.add(value);
          }
        }
        printer.printRecord(row);
      }
      return true;
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof BoundedReader.TooLong) {
        return false;
      }
      throw e.getCause();
    }
  }
}
