package org.golivecheck.cli.console;

import java.io.InputStream;
import java.io.OutputStream;

/**
 * The streams and surroundings of one run.
 *
 * @param in standard input
 * @param out standard output: the report asked for there and nothing else
 * @param messages standard error
 * @param environment the process around
 */
public record Session(
    InputStream in, OutputStream out, Messages messages, Environment environment) {

  /** Returns the same session with another amount of messages. */
  public Session with(Messages.Level level) {
    return new Session(in, out, messages.at(level), environment);
  }
}
