package org.golivecheck.log.capture;

import java.util.EnumSet;
import org.golivecheck.call.LogField;
import org.golivecheck.log.LogFormat;
import org.golivecheck.log.LogFormat.Form;
import org.golivecheck.log.capture.SazName.Part;
import org.golivecheck.log.format.PartedFormat;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.format.ReadSession;

/**
 * Reads archives of Fiddler (SAZ): zips in which each exchange has a raw request, a raw response,
 * and its times.
 */
public final class SazReader implements PartedFormat {
  private static final LogFormat FORMAT =
      new LogFormat(
          "saz", "Fiddler: archives of sessions", EnumSet.allOf(LogField.class), Form.ARCHIVE);

  @Override
  public LogFormat format() {
    return FORMAT;
  }

  /** Knows nothing outside of an archive. */
  @Override
  public boolean recognises(byte[] head, int length) {
    return false;
  }

  @Override
  public boolean isPartName(String name) {
    return SazName.parse(name) != null;
  }

  @Override
  public boolean isPart(String source, byte[] head, int length) {
    SazName name = SazName.parse(source);
    return name != null && looksLike(name.part(), head, length);
  }

  private static boolean looksLike(Part part, byte[] head, int length) {
    return switch (part) {
      case REQUEST -> isRequestLine(head, length);
      case RESPONSE -> startsWith("HTTP/", head, length);
      case TIMES -> startsWith("<", head, length);
      case FRAMES -> true;
    };
  }

  private static boolean startsWith(String start, byte[] head, int length) {
    for (int i = 0; i < start.length(); i++) {
      if (i >= length || head[i] != start.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether a method and a blank come first; the first line may be longer than seen. */
  private static boolean isRequestLine(byte[] head, int length) {
    int at = 0;
    while (at < length && ((head[at] >= 'A' && head[at] <= 'Z') || head[at] == '-')) {
      at++;
    }
    return at > 0 && at < length && head[at] == ' ';
  }

  @Override
  public ReadSession open(ReadContext context) {
    return new SazSession(context);
  }
}
