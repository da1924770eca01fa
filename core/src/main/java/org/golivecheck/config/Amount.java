package org.golivecheck.config;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Locale;

/**
 * A whole number, perhaps with K, M or G for 2 to the power of 10, 20 or 30.
 *
 * @param min the smallest
 * @param max the largest
 * @param units whether K, M and G are understood
 */
public record Amount(long min, long max, boolean units) implements ScalarType {

  /**
   * Returns the number that a text says, or a negative one for a text that says none in range.
   *
   * @param text what somebody wrote
   */
  public long number(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    int power =
        !units || upper.isEmpty() ? 0 : 10 * (1 + "KMG".indexOf(upper.charAt(upper.length() - 1)));
    String digits = power == 0 ? upper : upper.substring(0, upper.length() - 1);
    try {
      long number = Math.multiplyExact(Long.parseLong(digits), 1L << power);
      return number >= min && number <= max ? number : -1;
    } catch (ArithmeticException | NumberFormatException e) {
      return -1;
    }
  }

  @Override
  public String read(String text) throws UnfitValueException {
    if (number(text) < 0) {
      throw new UnfitValueException("takes " + words() + ", not '" + text + "'");
    }
    return text;
  }

  @Override
  public String words() {
    return "a whole number from " + min + " to " + max + (units ? ", perhaps with K, M or G" : "");
  }

  @Override
  public void schema(JsonGenerator out) throws IOException {
    out.writeFieldName("type");
    if (units) {
      out.writeArray(new String[] {"integer", "string"}, 0, 2);
      out.writeStringField("pattern", "^[0-9]+[KMGkmg]?$");
    } else {
      out.writeString("integer");
    }
    out.writeNumberField("minimum", min);
    if (max != Long.MAX_VALUE) {
      out.writeNumberField("maximum", max);
    }
  }
}
