package org.golivecheck.cli.command;

import org.golivecheck.cli.console.ExitCode;
import org.golivecheck.cli.console.Session;
import org.golivecheck.cli.option.Arguments;
import org.golivecheck.cli.option.CommandSpec;
import org.golivecheck.cli.option.UsageException;

/** One command. */
public interface Command {

  /** Returns what it is called and accepts. */
  CommandSpec spec();

  /**
   * Runs it.
   *
   * @param arguments what the user typed, valid by {@link #spec()}
   * @param session streams and environment of this run
   * @return how it ended
   * @throws UsageException if the arguments make no sense together
   */
  ExitCode run(Arguments arguments, Session session) throws UsageException;
}
