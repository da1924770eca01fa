package org.golivecheck.cli.command;

import org.golivecheck.cli.console.ExitCode;
import org.golivecheck.cli.console.Session;
import org.golivecheck.cli.option.Arguments;
import org.golivecheck.cli.option.CommandSpec;
import org.golivecheck.cli.option.UsageException;

/** One command. */
public interface Command {

  /** Returns its name and its options. */
  CommandSpec spec();

  /**
   * Runs it.
   *
   * @param arguments the parsed command line, valid by {@link #spec()}
   * @param session streams and environment of this run
   * @return how it ended
   * @throws UsageException if the arguments contradict each other
   */
  ExitCode run(Arguments arguments, Session session) throws UsageException;
}
