package org.golivecheck.cli;

import java.io.InputStream;
import java.io.OutputStream;
import org.golivecheck.cli.config.Configuration;
import org.golivecheck.cli.config.ConfigurationFormatException;
import org.golivecheck.cli.config.ConfigurationLoader;
import org.jspecify.annotations.Nullable;

/**
 * The streams and surroundings of one run.
 *
 * @param in standard input
 * @param out standard output: the report asked for there and nothing else
 * @param messages standard error
 * @param environment the process around
 */
record Session(InputStream in, OutputStream out, Messages messages, Environment environment) {

  /**
   * Reads the configuration file and the environment.
   *
   * @param named the file that the user named, or null to look for one
   * @throws ConfigurationException if something in them cannot be obeyed
   */
  Configuration configuration(@Nullable String named) throws ConfigurationException {
    try {
      Configuration configuration =
          ConfigurationLoader.load(named, environment.folder(), environment.variables());
      configuration.warnings().forEach(messages::warning);
      if (configuration.file() != null) {
        messages.detail("the configuration is " + configuration.file());
      }
      return configuration;
    } catch (ConfigurationFormatException e) {
      throw new ConfigurationException(e.getMessage());
    }
  }

  /** Returns the same session, telling as much as {@code -q} and {@code -v} ask for. */
  Session tellingAsMuchAs(Arguments arguments) throws UsageException {
    boolean quiet = arguments.has(CommonOptions.QUIET);
    boolean verbose = arguments.has(CommonOptions.VERBOSE);
    if (quiet && verbose) {
      throw new UsageException("-q and -v contradict each other; give one of them");
    }
    Messages.Level level =
        quiet ? Messages.Level.QUIET : verbose ? Messages.Level.VERBOSE : Messages.Level.NORMAL;
    return new Session(in, out, messages.at(level), environment);
  }
}
