package org.golivecheck.log.record;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Function;
import org.golivecheck.call.LogField;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.LogFormat;
import org.golivecheck.log.LogFormat.Form;
import org.golivecheck.log.format.LogReader;
import org.golivecheck.log.format.LoggedText;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.format.ReadSession;

/**
 * Reads tables with a call in each row. The first row has the names of the columns, as {@code
 * field-names.tsv} lists them or the user maps them; or the user gives the numbers of the columns.
 * A row that is not a call may contain a text with a call.
 */
public final class CsvLogReader implements LogReader {
  private static final LogFormat FORMAT =
      new LogFormat(
          "csv",
          "spreadsheets, databases, golive-check calls -r csv",
          EnumSet.allOf(LogField.class),
          Form.TABLE);

  private final Function<ReadContext, LoggedText> texts;
  private final TextSign sign;

  /**
   * Creates a reader.
   *
   * @param texts creates the reader of the messages of rows that are not calls
   * @param sign shows whether a table of texts is about calls
   */
  public CsvLogReader(Function<ReadContext, LoggedText> texts, TextSign sign) {
    this.texts = texts;
    this.sign = sign;
  }

  /** Returns from the beginning of a table of texts whether there are calls in them. */
  @FunctionalInterface
  public interface TextSign {
    /** Returns whether the texts are about calls. */
    boolean occursIn(byte[] head, int length);
  }

  @Override
  public LogFormat format() {
    return FORMAT;
  }

  @Override
  public boolean recognises(byte[] head, int length, FormatOptions options) {
    CsvDialect dialect = CsvDialect.of(head, length, options);
    return dialect.isOfCalls() || (dialect.isOfTexts() && sign.occursIn(head, length));
  }

  /** Returns whether a row of names is here: without names any row might be the first. */
  @Override
  public boolean startsLater(byte[] bytes, int from, int to, FormatOptions options) {
    return CsvDialect.isRowOfNames(bytes, from, to, options)
        && recognises(Arrays.copyOfRange(bytes, from, to), to - from, options);
  }

  @Override
  public List<String> lacks(byte[] head, int length, FormatOptions options) {
    return CsvDialect.of(head, length, options).lacking().stream().map(RecordField::label).toList();
  }

  @Override
  public ReadSession open(ReadContext context) {
    return new CsvSession(context, texts.apply(context));
  }
}
