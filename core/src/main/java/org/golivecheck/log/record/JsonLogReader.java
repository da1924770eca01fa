package org.golivecheck.log.record;

import java.util.EnumSet;
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
 * Reads logs of JSON records: one per line, with or without text before it, or in an array. Records
 * are calls by the names of their members, as {@code field-names.tsv} lists them.
 */
public final class JsonLogReader implements LogReader {
  private static final LogFormat FORMAT =
      new LogFormat(
          "ndjson",
          "applications, proxies and collectors, one object a line or an array",
          EnumSet.allOf(LogField.class),
          Form.JSON);

  private final Function<ReadContext, LoggedText> texts;

  /**
   * Creates a reader.
   *
   * @param texts creates the reader of the messages of records that are not calls
   */
  public JsonLogReader(Function<ReadContext, LoggedText> texts) {
    this.texts = texts;
  }

  @Override
  public LogFormat format() {
    return FORMAT;
  }

  @Override
  public boolean recognises(byte[] head, int length, FormatOptions options) {
    return JsonHead.recognises(head, length, options);
  }

  @Override
  public boolean startsLater(byte[] bytes, int from, int to, FormatOptions options) {
    return JsonHead.startsLater(bytes, from, to, options);
  }

  @Override
  public ReadSession open(ReadContext context) {
    return new JsonLogSession(context, texts.apply(context));
  }
}
