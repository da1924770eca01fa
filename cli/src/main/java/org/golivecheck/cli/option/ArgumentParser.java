package org.golivecheck.cli.option;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;
import org.golivecheck.config.Setting;
import org.golivecheck.config.UnfitValueException;
import org.golivecheck.text.NearMiss;

/**
 * Parses the command line into {@link Arguments}: {@code --name VALUE}, {@code --name=VALUE},
 * {@code -x VALUE}, {@code -xVALUE}, {@code -xyz}, {@code --} for the end of the options, {@code -}
 * for standard input. Options and operands may mix.
 */
public final class ArgumentParser {
  private final CommandSpec spec;

  public ArgumentParser(CommandSpec spec) {
    this.spec = spec;
  }

  /**
   * Reads the arguments of the command.
   *
   * @throws UsageException if an option is unknown, lacks its value, or has one it does not take
   */
  public Arguments parse(List<String> typed) throws UsageException {
    int end = spec.operands().contains(Arguments.PROGRAM) ? typed.indexOf(Arguments.PROGRAM) : -1;
    List<String> program = end < 0 ? List.of() : typed.subList(end + 1, typed.size());
    if (end >= 0 && program.isEmpty()) {
      throw new UsageException("-- needs the COMMAND to run after it");
    }
    CommandLine line = read(end < 0 ? typed : typed.subList(0, end));
    Map<String, List<String>> values = new LinkedHashMap<>();
    List<Setting> settings = new ArrayList<>();
    for (OptionSpec option : spec.options()) {
      if (line.hasOption(option.dashed())) {
        read(option, valuesOf(option, line), values, settings);
      }
    }
    if (line.getArgList().contains("")) {
      throw new UsageException(
          "an argument is empty; name a file or folder, or - for standard input");
    }
    if (end >= 0) {
      values.put(Arguments.PROGRAM, program);
    }
    return new Arguments(values, settings, line.getArgList());
  }

  private CommandLine read(List<String> typed) throws UsageException {
    Options options = new Options();
    for (OptionSpec option : spec.options()) {
      options.addOption(
          Option.builder(option.hasLetter() ? String.valueOf(option.letter()) : null)
              .longOpt(option.name())
              .hasArg(option.takesValue())
              .desc(option.usage())
              .get());
    }
    DefaultParser parser =
        DefaultParser.builder()
            .setAllowPartialMatching(false)
            .setStripLeadingAndTrailingQuotes(false)
            .get();
    try {
      return parser.parse(options, normalize(typed, options).toArray(new String[0]));
    } catch (UnrecognizedOptionException e) {
      throw unknown(e.getOption());
    } catch (MissingArgumentException e) {
      Option option = e.getOption();
      throw new UsageException(
          "--" + option.getLongOpt() + " needs a value: " + option.getDescription());
    } catch (ParseException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Corrects two habits of commons-cli: it refuses {@code -rjson=FILE}, and it accepts a long
   * option with a single dash.
   */
  private List<String> normalize(List<String> typed, Options options) throws UsageException {
    List<String> straight = new ArrayList<>(typed.size());
    for (int i = 0; i < typed.size(); i++) {
      String token = typed.get(i);
      if (token.equals("--")) {
        straight.addAll(typed.subList(i, typed.size()));
        break;
      }
      if (token.length() > 2 && token.charAt(0) == '-' && token.charAt(1) != '-') {
        if (options.hasLongOption(nameOf(token))) {
          throw unknown(token);
        }
        String letter = token.substring(1, 2);
        if (options.hasShortOption(letter) && options.getOption(letter).hasArg()) {
          straight.add(token.substring(0, 2));
          straight.add(token.substring(2));
          continue;
        }
      }
      straight.add(token);
    }
    return straight;
  }

  private List<String> valuesOf(OptionSpec option, CommandLine line) throws UsageException {
    if (!option.takesValue()) {
      return List.of();
    }
    List<String> values = Arrays.asList(line.getOptionValues(option.dashed()));
    if (values.size() > 1 && !option.repeatable()) {
      throw new UsageException(option.dashed() + " is given more than once; give it once");
    }
    return values;
  }

  private static void read(
      OptionSpec option,
      List<String> typed,
      Map<String, List<String>> values,
      List<Setting> settings)
      throws UsageException {
    try {
      if (option.key() != null) {
        settings.add(Setting.typed(option.key(), typed, option.dashed()));
      } else if (option.equals(ReadOptions.LIMIT)) {
        settings.addAll(ReadOptions.limits(typed));
      } else {
        values.put(option.name(), option.type().read(typed));
      }
    } catch (UnfitValueException e) {
      throw new UsageException(option.dashed() + " " + e.getMessage());
    }
  }

  private UsageException unknown(String token) {
    String name = nameOf(token);
    List<String> dashed = new ArrayList<>();
    for (OptionSpec option : spec.options()) {
      if (token.startsWith("--") && option.name().equals(name)) {
        return new UsageException(option.dashed() + " takes no value");
      }
      dashed.add(option.dashed());
    }
    return new UsageException(
        "unknown option '" + token + "'." + NearMiss.question("--" + name, dashed));
  }

  private static String nameOf(String token) {
    int start = token.startsWith("--") ? 2 : 1;
    int equals = token.indexOf('=');
    return token.substring(start, equals < 0 ? token.length() : Math.max(start, equals));
  }
}
