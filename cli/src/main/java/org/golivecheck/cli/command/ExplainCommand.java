package org.golivecheck.cli.command;

import java.util.List;
import java.util.Objects;
import org.golivecheck.cli.console.Delivery;
import org.golivecheck.cli.console.Environment;
import org.golivecheck.cli.console.ExitCode;
import org.golivecheck.cli.console.Session;
import org.golivecheck.cli.option.Arguments;
import org.golivecheck.cli.option.CommandSpec;
import org.golivecheck.cli.option.CommonOptions;
import org.golivecheck.cli.option.UsageException;
import org.golivecheck.explain.Explanations;

/** {@code explain}: prints what a rule or an error code means and what to do, offline. */
final class ExplainCommand implements Command {

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "explain",
        "[RULE|ERROR_CODE|STATUS|TEXT]",
        "Explain a rule, an error code or a message",
        "Explains a rule, an error code, an HTTP status, or an error message or body as a log or an"
            + " exception shows it: what it means, who has to act and what to do. Without an"
            + " argument it lists the rules; 'codes' lists the error codes.",
        false,
        List.of(CommonOptions.CONFIG),
        List.of(
            "golive-check explain",
            "golive-check explain PL-001",
            "golive-check explain consent_required",
            "golive-check explain 401",
            "golive-check explain '{\"errorCode\":\"USER_LACKS_PERMISSIONS\"}'",
            "golive-check explain codes"));
  }

  @Override
  public ExitCode run(Arguments arguments, Session session) throws UsageException {
    String topic = String.join(" ", arguments.operands()).strip();
    Environment environment = session.environment();
    String page = topic.isEmpty() ? Explanations.contents() : Explanations.rulePage(topic);
    if (page == null) {
      try {
        page =
            new Explanations(arguments.configuration().errors(), environment.width())
                .explain(topic);
      } catch (IllegalArgumentException e) {
        throw new UsageException(Objects.requireNonNull(e.getMessage()));
      }
    } else if (environment.terminal()) {
      page = MarkdownText.of(page, environment.width());
    }
    return new Delivery(session).print(page);
  }
}
