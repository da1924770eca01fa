package org.golivecheck.cli.option;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.golivecheck.cli.console.Session;
import org.golivecheck.gate.Baseline;
import org.golivecheck.gate.BaselineFormatException;
import org.golivecheck.gate.GatePolicy;
import org.golivecheck.report.FailOn;
import org.golivecheck.text.UtcTime;
import org.jspecify.annotations.Nullable;

/** The options that decide over the exit code, and what they mean. */
public final class GateOptions {
  public static final OptionSpec FAIL_ON =
      OptionSpec.choice(
          "fail-on",
          "LEVEL",
          Stream.of(FailOn.values()).map(FailOn::id).toList(),
          "Exit 1 from: error (default), warning, info, never");
  public static final OptionSpec BASELINE =
      OptionSpec.value("baseline", "FILE", "Findings listed in FILE are known and do not fail");
  public static final OptionSpec UPDATE_BASELINE =
      OptionSpec.flag("update-baseline", "Write what is found to the baseline").forFew();

  private GateOptions() {}

  /**
   * Returns the gate that the options ask for.
   *
   * @throws UsageException if they make no sense, or the baseline cannot be read
   */
  public static GateRequest request(Arguments arguments, Session session) throws UsageException {
    GatePolicy policy =
        GatePolicy.failingOn(failOn(arguments), today(arguments, session))
            .allowingEmpty(arguments.has(ReadOptions.ALLOW_EMPTY))
            .with(arguments.configuration().suppressions());
    boolean update = arguments.has(UPDATE_BASELINE);
    String name = arguments.get(BASELINE);
    if (name == null) {
      if (update) {
        throw new UsageException(
            "--update-baseline needs to know which: give --baseline FILE, or set baseline in the"
                + " configuration");
      }
      return new GateRequest(policy, null, Baseline.EMPTY, false, today(arguments, session));
    }
    Path file = path(name);
    Baseline baseline = read(file, update);
    return new GateRequest(
        policy.with(name, baseline), file, baseline, update, today(arguments, session));
  }

  private static FailOn failOn(Arguments arguments) {
    return FailOn.of(arguments.get(FAIL_ON, FailOn.ERROR.id())).orElse(FailOn.ERROR);
  }

  /** The day by which entries expire: that of the review, where the user sets it, else today. */
  private static LocalDate today(Arguments arguments, Session session) throws UsageException {
    Instant asOf = TimeOption.parse(arguments, ReadOptions.AS_OF);
    return asOf == null ? session.environment().today() : UtcTime.day(asOf);
  }

  private static Path path(String name) throws UsageException {
    try {
      if (!name.isBlank()) {
        return Path.of(name);
      }
    } catch (InvalidPathException e) {
      // told below, like an empty name
    }
    throw new UsageException("--baseline does not name a file: '" + name + "'");
  }

  private static Baseline read(Path file, boolean update) throws UsageException {
    try {
      return Baseline.parse(Files.readString(file));
    } catch (NoSuchFileException e) {
      if (update) {
        return Baseline.EMPTY;
      }
      throw new ConfigurationException(
          "there is no baseline " + file + "; --update-baseline makes it");
    } catch (CharacterCodingException e) {
      throw new ConfigurationException("the baseline " + file + " is no UTF-8 text");
    } catch (IOException e) {
      throw new ConfigurationException(
          "cannot read the baseline " + file + (Files.isDirectory(file) ? ": it is a folder" : ""));
    } catch (BaselineFormatException e) {
      throw new ConfigurationException(
          "the baseline " + file + ", line " + e.line() + ": " + e.getMessage());
    }
  }

  /**
   * Refuses to write a report over the baseline.
   *
   * @throws UsageException if a target is the baseline
   */
  public static void refuseOverwriting(@Nullable Path baseline, List<ReportTarget> targets)
      throws UsageException {
    for (ReportTarget target : targets) {
      if (baseline != null
          && target.file() != null
          && target
              .file()
              .toAbsolutePath()
              .normalize()
              .equals(baseline.toAbsolutePath().normalize())) {
        throw new UsageException("the report would overwrite the baseline " + baseline);
      }
    }
  }
}
