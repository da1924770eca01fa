package org.golivecheck.render.words;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.golivecheck.report.Finding;
import org.golivecheck.report.GoLiveReport.Input;

/**
 * Finds the relative path of a finding's log. Build servers reject findings without a location, or
 * with one outside of the working folder. A path never reveals the working folder itself.
 */
public final class LogPaths {
  /** The location of a finding without a log: the file that would have to be corrected. */
  private static final String NOWHERE = ".golive-check.yml";

  private static final String STANDARD_INPUT = "stdin";

  private final Set<String> inputs = new HashSet<>();
  private final String fallback;

  public LogPaths(List<Input> inputs) {
    inputs.forEach(input -> this.inputs.add(input.name().toString()));
    fallback = inputs.isEmpty() ? NOWHERE : relative(inputs.get(0).name().toString());
  }

  /** Returns the path of the first log. */
  public String ofLog() {
    return fallback;
  }

  /** Returns the path of the log that contains the newest call of a finding. */
  public String of(Finding finding) {
    return finding.evidence().isEmpty() ? fallback : ofSource(finding.evidence().get(0).source());
  }

  /** Returns the path of the log in a source such as {@code a/b.zip!entry.txt}. */
  public String ofSource(CharSequence source) {
    String name = source.toString();
    int end = name.indexOf('!');
    while (end >= 0) {
      if (inputs.contains(name.substring(0, end))) {
        return relative(name.substring(0, end));
      }
      end = name.indexOf('!', end + 1);
    }
    int mark = inputs.contains(name) ? -1 : name.indexOf('!');
    return relative(mark < 0 ? name : name.substring(0, mark));
  }

  private static String relative(String name) {
    if (name.equals("-")) {
      return STANDARD_INPUT;
    }
    String path = name.replace('\\', '/');
    boolean outside = path.startsWith("/") || isDrive(path);
    Deque<String> parts = new ArrayDeque<>();
    for (String part : path.split("/", -1)) {
      if (part.equals("..")) {
        outside |= parts.pollLast() == null;
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    if (parts.isEmpty()) {
      return NOWHERE;
    }
    return outside ? parts.getLast() : String.join("/", parts);
  }

  private static boolean isDrive(String path) {
    return path.length() > 1 && path.charAt(1) == ':' && Character.isLetter(path.charAt(0));
  }
}
