package org.golivecheck.render.build;

import com.google.common.escape.Escaper;
import com.google.common.escape.Escapers;
import java.io.IOException;

/**
 * One workflow command of GitHub Actions: {@code ::error title=...,file=...::message}. Values are
 * escaped, so that they cannot end it or begin another command or line.
 */
public final class WorkflowCommand {
  private static final Escaper MESSAGE = message().build();
  private static final Escaper PROPERTY =
      message().addEscape(':', "%3A").addEscape(',', "%2C").build();

  private final StringBuilder head;
  private char separator = ' ';

  public WorkflowCommand(String name) {
    head = new StringBuilder("::").append(name);
  }

  /** Adds a property. */
  public WorkflowCommand with(String name, CharSequence value) {
    head.append(separator).append(name).append('=').append(PROPERTY.escape(value.toString()));
    separator = ',';
    return this;
  }

  /** Prints the command with its message, and a line feed. */
  public void print(CharSequence message, Appendable out) throws IOException {
    out.append(head).append("::").append(MESSAGE.escape(message.toString())).append('\n');
  }

  private static Escapers.Builder message() {
    return Escapers.builder().addEscape('%', "%25").addEscape('\r', "%0D").addEscape('\n', "%0A");
  }
}
