package org.golivecheck.cli.option;

import java.util.List;
import java.util.Set;
import org.golivecheck.call.LogField;

/**
 * A format of logs that can be read.
 *
 * @param name its name for {@code --input-format} and in reports
 * @param writtenBy what writes such logs, in a few words; empty where the name says it
 * @param shows what it shows of calls, at its best
 * @param unjudged the rules that no log of it shows enough for
 */
public record InputFormat(
    String name, String writtenBy, Set<LogField> shows, List<String> unjudged) {

  public InputFormat {
    shows = Set.copyOf(shows);
    unjudged = List.copyOf(unjudged);
  }
}
