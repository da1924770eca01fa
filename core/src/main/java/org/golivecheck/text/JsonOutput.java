package org.golivecheck.text;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import java.io.IOException;
import org.apache.commons.io.IOUtils;

/** Creates generators of JSON text. Closing one does not close its output. */
public final class JsonOutput {
  private JsonOutput() {}

  /** Returns a generator that indents by two spaces and ends lines by line feeds. */
  public static JsonGenerator indented(Appendable out) throws IOException {
    JsonGenerator json = Json.writer().createGenerator(IOUtils.writer(out));
    json.setPrettyPrinter(prettyPrinter());
    return json;
  }

  /** Returns a generator that prints every value on its own line. */
  public static JsonGenerator lines(Appendable out) throws IOException {
    JsonGenerator json = Json.writer().createGenerator(IOUtils.writer(out));
    json.setRootValueSeparator(new SerializedString("\n"));
    return json;
  }

  private static DefaultPrettyPrinter prettyPrinter() {
    // The default indenter uses the line separator of the platform.
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    Separators separators =
        Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Spacing.AFTER)
            .withArrayEmptySeparator("");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter(separators);
    printer.indentObjectsWith(indenter);
    printer.indentArraysWith(indenter);
    return printer;
  }
}
