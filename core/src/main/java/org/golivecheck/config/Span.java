package org.golivecheck.config;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length of time: a whole number of seconds, minutes or hours, as {@code 900s}, {@code 15m} or
 * {@code 1h}.
 *
 * @param max the longest
 */
record Span(Duration max) implements ScalarType {
  private static final Pattern FORM = Pattern.compile("([0-9]{1,9})([smh])");

  @Override
  public String read(String text) throws UnfitValueException {
    Matcher form = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (form.matches()) {
      Duration span = duration(form.group());
      if (!span.isZero() && span.compareTo(max) <= 0) {
        return form.group();
      }
    }
    throw new UnfitValueException("takes " + words() + ", not '" + text + "'");
  }

  /** Returns the duration of a text that {@link #read} returned. */
  static Duration duration(String text) {
    long count = Long.parseLong(text.substring(0, text.length() - 1));
    return switch (text.charAt(text.length() - 1)) {
      case 's' -> Duration.ofSeconds(count);
      case 'm' -> Duration.ofMinutes(count);
      default -> Duration.ofHours(count);
    };
  }

  @Override
  public String words() {
    return "a time such as 900s, 15m or 1h, at most " + max.toHours() + "h";
  }

  @Override
  public void schema(JsonGenerator out) throws IOException {
    out.writeStringField("type", "string");
    out.writeStringField("pattern", "^[0-9]{1,9}[smh]$");
  }
}
