package org.golivecheck.redaction.find;

import java.util.regex.Pattern;

/**
 * Commands to the consoles of build servers, which a text from a log must not contain.
 *
 * <ul>
 *   <li>Azure Pipelines: {@code ##vso[} and {@code ##[} anywhere in a line.
 *   <li>GitHub Actions: {@code ##[} anywhere, {@code ::} after leading blanks.
 *   <li>TeamCity: {@code ##teamcity[}.
 *   <li>GitLab: {@code section_start:} and {@code section_end:}.
 * </ul>
 */
public final class ConsoleCommands {
  private static final Pattern HASHES = Pattern.compile("#(?=#\\w{0,20}\\[)");
  private static final Pattern SECTION =
      Pattern.compile("(section_(?:start|end))(?=:)", Pattern.CASE_INSENSITIVE);
  private static final Pattern COLONS = Pattern.compile("(?m)^([\\s\\uFFFD]*:)(?=:)");

  private ConsoleCommands() {}

  /** Returns a text whose commands are broken by a blank; a broken text stays as it is. */
  public static String broken(String text) {
    String broken = text;
    if (text.indexOf('#') >= 0) {
      broken = HASHES.matcher(broken).replaceAll("# ");
    }
    if (text.indexOf(':') >= 0) {
      broken = SECTION.matcher(broken).replaceAll("$1 ");
      broken = COLONS.matcher(broken).replaceAll("$1 ");
    }
    return broken;
  }
}
