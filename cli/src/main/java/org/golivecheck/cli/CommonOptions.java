package org.golivecheck.cli;

/** Options that every command has. */
final class CommonOptions {
  static final OptionSpec QUIET =
      OptionSpec.flag("quiet", "Print nothing but the report").withLetter('q');
  static final OptionSpec VERBOSE =
      OptionSpec.flag("verbose", "Print more details").withLetter('v');
  static final OptionSpec CONFIG =
      OptionSpec.value("config", "FILE", "Take options from FILE, not from .golive-check.yml")
          .forFew();
  static final OptionSpec HELP = OptionSpec.flag("help", "Show this help").withLetter('h');
  static final OptionSpec VERSION = OptionSpec.flag("version", "Show version and commit");

  private CommonOptions() {}
}
