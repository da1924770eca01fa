package org.golivecheck.log.csv;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.golivecheck.call.LogField;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.read.LogReader;
import org.golivecheck.log.read.ReadContext;
import org.golivecheck.log.read.ReadSession;
import org.golivecheck.log.record.RecordField;

/**
 * Reads tables with a call in each row. The first row has the names of the columns, as {@code
 * field-names.tsv} lists them or the user maps them; or the user gives the numbers of the columns.
 */
public final class CsvLogReader implements LogReader {

  @Override
  public String format() {
    return "csv";
  }

  @Override
  public boolean recognises(byte[] head, int length) {
    return recognises(head, length, FormatOptions.NONE);
  }

  @Override
  public boolean recognises(byte[] head, int length, FormatOptions options) {
    return CsvDialect.of(head, length, options).isOfCalls();
  }

  /** Returns whether a row of names is here: without names any row might be the first. */
  @Override
  public boolean startsLater(byte[] bytes, int from, int to, FormatOptions options) {
    return CsvDialect.isRowOfNames(bytes, from, to, options);
  }

  @Override
  public List<String> lacks(byte[] head, int length, FormatOptions options) {
    return CsvDialect.of(head, length, options).lacking().stream().map(RecordField::label).toList();
  }

  @Override
  public Set<LogField> shows() {
    return EnumSet.allOf(LogField.class);
  }

  @Override
  public Form form() {
    return Form.TABLE;
  }

  @Override
  public String writtenBy() {
    return "spreadsheets, databases, golive-check calls -r csv";
  }

  @Override
  public ReadSession open(ReadContext context) {
    return new CsvSession(context);
  }
}
