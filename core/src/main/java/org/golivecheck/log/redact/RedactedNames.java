package org.golivecheck.log.redact;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Names the entries of a redacted archive after the files that they were read from: {@code
 * logs.zip/07_OK_GetEnvelope.txt}. A name is unique, does not lead out of the folder that it is
 * unpacked in, and contains no personal data that can be recognised.
 */
final class RedactedNames {
  private static final String SUFFIX = ".txt";
  private static final String GZIP = ".gz";

  private final Map<String, String> inputs = new LinkedHashMap<>();
  private final Set<String> used = new HashSet<>();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Stages stages;

  /**
   * Sets up.
   *
   * @param names the names of the inputs
   */
  RedactedNames(List<String> names, Pseudonyms pseudonyms) {
    Removals uncounted = new Removals();
    Ids ids = new Ids(pseudonyms, uncounted);
    stages = new Stages(bytes, new Hider(pseudonyms, uncounted), ids, uncounted);
    Set<String> taken = new HashSet<>();
    for (String name : names) {
      inputs.computeIfAbsent(name, n -> unique(baseOf(n), taken));
    }
  }

  /** Returns the last part of a path. */
  private static String baseOf(String input) {
    List<String> parts = parts(input);
    if (input.equals("-") || input.endsWith("/stdin")) {
      return "stdin";
    }
    return parts.isEmpty() ? "logs" : parts.get(parts.size() - 1);
  }

  private static String unique(String name, Set<String> taken) {
    String unique = name;
    for (int i = 2; !taken.add(unique); i++) {
      int file = name.lastIndexOf('/') + 1;
      unique = name.substring(0, file) + i + "-" + name.substring(file);
    }
    return unique;
  }

  /**
   * Returns the name for what was read from a source, such as {@code a/logs.zip!07_OK.txt}.
   *
   * @param suffix what the name ends with, after that of the source
   */
  String of(String source, String suffix) throws IOException {
    String input = inputOf(source);
    String base = inputs.getOrDefault(input, baseOf(source));
    List<String> parts = new ArrayList<>(List.of(base));
    parts.addAll(parts(source.substring(input.length())));
    return unique(redacted(withoutGzip(String.join("/", parts))) + suffix, used);
  }

  /** What was unpacked is written unpacked. */
  private static String withoutGzip(String name) {
    boolean gzip = name.regionMatches(true, name.length() - GZIP.length(), GZIP, 0, GZIP.length());
    return gzip && name.length() > GZIP.length()
        ? name.substring(0, name.length() - GZIP.length())
        : name;
  }

  /** Returns the longest name of an input that a source begins with. */
  String inputOf(String source) {
    String longest = "";
    for (String input : inputs.keySet()) {
      boolean begins =
          source.startsWith(input)
              && (source.length() == input.length()
                  || "!/".indexOf(source.charAt(input.length())) >= 0
                  || input.endsWith("/"));
      if (begins && input.length() > longest.length()) {
        longest = input;
      }
    }
    return longest.isEmpty() ? source : longest;
  }

  private static List<String> parts(String path) {
    List<String> parts = new ArrayList<>();
    for (String part : path.split("[/\\\\!]", -1)) {
      if (!part.isEmpty() && !part.equals(".") && !part.equals("..")) {
        parts.add(part.replaceAll("[\\p{Cntrl}:<>\"|?*]", "_"));
      }
    }
    return parts;
  }

  private String redacted(String name) throws IOException {
    bytes.reset();
    int suffix = name.toLowerCase(Locale.ROOT).endsWith(SUFFIX) ? SUFFIX.length() : 0;
    String stem = name.substring(0, name.length() - suffix);
    // After a colon a parser of logs accepts anything in a name.
    byte[] text = (":" + stem).getBytes(StandardCharsets.UTF_8);
    Stage stage = stages.text();
    stage.write(text, 0, text.length);
    stage.end();
    String redacted = bytes.toString(StandardCharsets.UTF_8).substring(1).replace('*', 'x');
    return redacted + name.substring(stem.length());
  }
}
