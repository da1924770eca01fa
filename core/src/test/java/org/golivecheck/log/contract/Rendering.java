package org.golivecheck.log.contract;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.golivecheck.call.LogField;
import org.golivecheck.log.FormatOptions;
import org.golivecheck.log.Logs;

/**
 * Writes the scenario as one tool would, by the tool's own rules. A format that several tools write
 * has several renderings.
 */
interface Rendering {

  /** Returns the name of the format, one of {@link Logs#formats()}. */
  String format();

  /** Returns what distinguishes this rendering from others of its format. */
  String variant();

  /** Returns the log: of all calls that such a log has. */
  byte[] render(List<ScenarioCall> calls);

  /** Returns what the user has to say for the log to be read; nothing, for most. */
  default FormatOptions options() {
    return FormatOptions.NONE;
  }

  /**
   * Returns what this variant does not carry though the format can: it is taken off what the format
   * {@link Logs#shows}.
   */
  default Set<LogField> lacks() {
    return EnumSet.noneOf(LogField.class);
  }

  /**
   * Returns whether such a log contains calls to all hosts, and not those to DocuSign's gateway
   * alone.
   */
  default boolean ofOwnSide() {
    return true;
  }

  /** Returns whether such a log can hold a call; some hold those alone that failed. */
  default boolean holds(ScenarioCall call) {
    return true;
  }

  /** Returns what this rendering shows. */
  default Set<LogField> shows() {
    Set<LogField> shown = EnumSet.noneOf(LogField.class);
    shown.addAll(Objects.requireNonNull(Logs.format(format())).shows());
    shown.removeAll(lacks());
    return shown;
  }
}
