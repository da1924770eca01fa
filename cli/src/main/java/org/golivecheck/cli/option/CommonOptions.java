package org.golivecheck.cli.option;

import java.util.List;
import org.golivecheck.cli.console.Environment;
import org.golivecheck.cli.console.Messages;
import org.golivecheck.cli.console.Session;
import org.golivecheck.config.Configuration;
import org.golivecheck.config.ConfigurationFormatException;
import org.golivecheck.config.ValueType;
import org.jspecify.annotations.Nullable;

/** Options that most commands have. */
public final class CommonOptions {
  public static final OptionSpec QUIET =
      OptionSpec.flag("quiet", "Print the result alone, no messages").withLetter('q');
  public static final OptionSpec VERBOSE =
      OptionSpec.flag("verbose", "Print more details").withLetter('v');
  public static final OptionSpec CONFIG =
      OptionSpec.value(
              "config", ValueType.FILE, "Read settings from FILE, not from .golive-check.yml")
          .forFew();

  /** The options of every command that reads a configuration. */
  public static final List<OptionSpec> CONFIGURED = List.of(CONFIG, QUIET, VERBOSE);

  public static final OptionSpec HELP = OptionSpec.flag("help", "Show this help").withLetter('h');
  public static final OptionSpec VERSION =
      OptionSpec.flag("version", "Show version and commit").withLetter('V');

  private CommonOptions() {}

  /** Returns the session with as many messages as {@code -q} and {@code -v} ask for. */
  public static Session session(Arguments arguments, Session session) throws UsageException {
    boolean quiet = arguments.has(QUIET);
    boolean verbose = arguments.has(VERBOSE);
    if (quiet && verbose) {
      throw new UsageException("-q and -v contradict each other; give one of them");
    }
    return session.with(
        quiet ? Messages.Level.QUIET : verbose ? Messages.Level.VERBOSE : Messages.Level.NORMAL);
  }

  /**
   * Reads the configuration file and the environment variables.
   *
   * @param named the file that the user named, or null to look for one
   * @throws ConfigurationException if something in them is wrong
   */
  public static Configuration configuration(@Nullable String named, Session session)
      throws ConfigurationException {
    Environment environment = session.environment();
    try {
      Configuration configuration =
          Configuration.load(named, environment.folder(), environment.variables());
      configuration.warnings().forEach(session.messages()::warning);
      if (configuration.file() != null) {
        session.messages().detail("the configuration is " + configuration.file());
      }
      return configuration;
    } catch (ConfigurationFormatException e) {
      throw new ConfigurationException(e.getMessage());
    }
  }
}
