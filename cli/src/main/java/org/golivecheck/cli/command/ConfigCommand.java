package org.golivecheck.cli.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.golivecheck.cli.console.Delivery;
import org.golivecheck.cli.console.ExitCode;
import org.golivecheck.cli.console.Messages;
import org.golivecheck.cli.console.Session;
import org.golivecheck.cli.option.Arguments;
import org.golivecheck.cli.option.CommandSpec;
import org.golivecheck.cli.option.CommonOptions;
import org.golivecheck.cli.option.ConfigurationException;
import org.golivecheck.cli.option.OptionSpec;
import org.golivecheck.cli.option.UsageException;
import org.golivecheck.config.Configuration;
import org.golivecheck.config.ConfigurationSchema;
import org.golivecheck.config.Key;
import org.golivecheck.config.Keys;
import org.golivecheck.config.Setting;
import org.golivecheck.config.StarterFile;
import org.golivecheck.config.ValueType;
import org.golivecheck.text.NearMiss;

/** {@code config}: writes a first configuration, shows what is set, and prints the schema. */
final class ConfigCommand implements Command {
  private static final int MAX_COLUMN = 40;
  private static final List<String> ACTIONS = List.of("init", "show", "schema");

  /** Not {@link CommonOptions#CONFIG}, which is read before a command runs. */
  private static final OptionSpec FILE =
      OptionSpec.value("config", ValueType.FILE, "Write or show FILE, not .golive-check.yml");

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "config",
        "init|show|schema",
        "Write or show a configuration",
        "init writes a configuration to start from, with every key explained, and overwrites"
            + " nothing. show prints the values in effect, and which file, line or environment"
            + " variable sets them. schema prints the JSON Schema of the file, by which editors complete it.",
        false,
        List.of(FILE, CommonOptions.QUIET, CommonOptions.VERBOSE),
        List.of(
            "golive-check config init",
            "golive-check config show",
            "golive-check config schema > golive-check.schema.json"));
  }

  @Override
  public ExitCode run(Arguments arguments, Session session) throws UsageException {
    List<String> actions = arguments.operands();
    if (actions.size() != 1 || !ACTIONS.contains(actions.get(0))) {
      String typed = actions.isEmpty() ? "" : NearMiss.question(actions.get(0), ACTIONS);
      throw new UsageException("config needs one of " + String.join(", ", ACTIONS) + "." + typed);
    }
    if (actions.get(0).equals("init")) {
      return init(arguments, session);
    }
    return new Delivery(session)
        .print(
            actions.get(0).equals("show")
                ? listing(CommonOptions.configuration(arguments.get(FILE), session))
                : ConfigurationSchema.json());
  }

  private static ExitCode init(Arguments arguments, Session session) throws UsageException {
    Path file = fileToWrite(arguments, session);
    try {
      Files.write(
          file,
          StarterFile.text().getBytes(StandardCharsets.UTF_8),
          StandardOpenOption.CREATE_NEW,
          StandardOpenOption.WRITE);
      session.messages().warning("wrote " + file + "; every key in it is explained, none is set");
      return ExitCode.PASS;
    } catch (FileAlreadyExistsException e) {
      throw new ConfigurationException(
          file
              + " exists already and was not changed; golive-check config show prints what it sets");
    } catch (NoSuchFileException e) {
      session.messages().error("cannot write " + file + ": there is no such folder");
    } catch (IOException e) {
      session.messages().error("cannot write " + file);
    }
    return ExitCode.NO_VERDICT;
  }

  private static Path fileToWrite(Arguments arguments, Session session) {
    String name = arguments.get(FILE);
    if (name != null) {
      return Path.of(name);
    }
    Path folder = session.environment().folder();
    boolean here = folder == null || folder.equals(Path.of("").toAbsolutePath());
    Path file = Path.of(Configuration.FILE_NAME);
    return folder == null || here ? file : folder.resolve(file);
  }

  private record Row(String key, String value, String origin, List<String> entries) {}

  /** Returns the value of every key, and what sets it. */
  private static String listing(Configuration configuration) {
    List<Row> rows = Keys.list().stream().map(key -> row(key, configuration)).toList();
    String format = "%-" + width(rows, Row::key) + "s  %-" + width(rows, Row::value) + "s  %s\n";
    StringBuilder text = new StringBuilder(head(configuration));
    for (Row row : rows) {
      text.append(String.format(Locale.ROOT, format, row.key(), row.value(), row.origin()));
      for (String entry : row.entries()) {
        text.append("  - ").append(Messages.oneLine(entry)).append('\n');
      }
    }
    return text.toString();
  }

  private static int width(List<Row> rows, Function<Row, String> column) {
    int widest = rows.stream().mapToInt(row -> column.apply(row).length()).max().orElse(1);
    return Math.min(widest, MAX_COLUMN);
  }

  private static String head(Configuration configuration) {
    return configuration.file() == null
        ? "No configuration file: there is no "
            + Configuration.FILE_NAME
            + " in this folder or above.\n\n"
        : "Configuration file: " + Messages.oneLine(configuration.file()) + "\n\n";
  }

  private static Row row(Key key, Configuration configuration) {
    Setting setting = configuration.get(key);
    if (setting == null) {
      String otherwise = key.otherwise().isEmpty() ? "-" : key.otherwise();
      return new Row(key.name(), otherwise, "default", List.of());
    }
    return new Row(
        key.name(),
        Messages.oneLine(setting.words()),
        Messages.oneLine(setting.origin()),
        setting.entryWords());
  }
}
