package org.golivecheck.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.golivecheck.call.LogField;
import org.golivecheck.cli.console.Delivery;
import org.golivecheck.cli.console.ExitCode;
import org.golivecheck.cli.console.Session;
import org.golivecheck.cli.option.Arguments;
import org.golivecheck.cli.option.CommandSpec;
import org.golivecheck.cli.option.UsageException;
import org.golivecheck.log.LogFormat;
import org.golivecheck.log.Logs;
import org.golivecheck.rule.Rules;
import org.golivecheck.text.NearMiss;
import org.golivecheck.text.Paragraph;

/** {@code formats}: lists the logs that can be read, and what each shows and does not. */
final class FormatsCommand implements Command {
  private static final int COLUMN = 14;

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "formats",
        "[NAME]",
        "List the logs that can be read",
        "Lists the formats of logs that can be read, what each shows of calls, and for which"
            + " rules it does not show enough. A log written with less detail shows less.",
        false,
        List.of(),
        List.of("golive-check formats", "golive-check formats request-log"));
  }

  @Override
  public ExitCode run(Arguments arguments, Session session) throws UsageException {
    List<String> names = arguments.operands();
    if (names.size() > 1) {
      throw new UsageException("formats takes one name, not " + names.size());
    }
    List<LogFormat> formats = Logs.formats();
    List<LogFormat> asked = names.isEmpty() ? formats : List.of(find(names.get(0), formats));
    return new Delivery(session).print(page(asked, session.environment().width()));
  }

  private static LogFormat find(String name, List<LogFormat> formats) throws UsageException {
    for (LogFormat format : formats) {
      if (format.name().equalsIgnoreCase(name)) {
        return format;
      }
    }
    throw new UsageException(
        "no format '%s'; golive-check formats lists what there is.%s"
            .formatted(
                name, NearMiss.question(name, formats.stream().map(LogFormat::name).toList())));
  }

  private static String page(List<LogFormat> formats, int width) {
    StringBuilder page = new StringBuilder();
    for (LogFormat format : formats) {
      Set<LogField> shown = format.shows();
      page.append(format.name()).append('\n');
      line(page, "Written by", format.writtenBy(), width);
      line(page, "Shows", fields(shown::contains), width);
      line(page, "Lacks", fields(field -> !shown.contains(field)), width);
      line(page, "Not judged", String.join(", ", Rules.unjudged(shown)), width);
      page.append('\n');
    }
    Paragraph.append(
        page,
        "The format of a log is detected by its content; --input-format NAME forces one. Logs of"
            + " different formats are judged together: one may show what another lacks.",
        0,
        width);
    return page.toString();
  }

  private static String fields(Predicate<LogField> wanted) {
    List<String> labels = new ArrayList<>();
    for (LogField field : LogField.values()) {
      if (wanted.test(field)) {
        labels.add(field.label());
      }
    }
    return String.join(", ", labels);
  }

  private static void line(StringBuilder page, String label, String text, int width) {
    if (!text.isEmpty()) {
      page.append(String.format(Locale.ROOT, "  %-12s", label));
      Paragraph.append(page, text, COLUMN, width);
    }
  }
}
