package org.golivecheck.render.build;

import java.io.IOException;

/**
 * One workflow command of GitHub Actions: {@code ::error title=...,file=...::message}. Nothing in a
 * value can end it, begin another one or a new line.
 */
public final class WorkflowCommand {
  private final StringBuilder head;
  private char separator = ' ';

  public WorkflowCommand(String name) {
    head = new StringBuilder("::").append(name);
  }

  /** Adds a property. */
  public WorkflowCommand with(String name, CharSequence value) {
    head.append(separator).append(name).append('=');
    escape(value, true, head);
    separator = ',';
    return this;
  }

  /** Prints the command with its message, and a line feed. */
  public void print(CharSequence message, Appendable out) throws IOException {
    StringBuilder line = new StringBuilder(head).append("::");
    escape(message, false, line);
    out.append(line).append('\n');
  }

  private static void escape(CharSequence text, boolean property, StringBuilder out) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '%' -> out.append("%25");
        case '\r' -> out.append("%0D");
        case '\n' -> out.append("%0A");
        case ':' -> out.append(property ? "%3A" : ":");
        case ',' -> out.append(property ? "%2C" : ",");
        default -> out.append(c);
      }
    }
  }
}
