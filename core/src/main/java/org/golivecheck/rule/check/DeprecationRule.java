package org.golivecheck.rule.check;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.golivecheck.call.Exclusion;
import org.golivecheck.call.Grant;
import org.golivecheck.report.Finding;
import org.golivecheck.report.Severity;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.timeline.CallKind;
import org.golivecheck.text.JarText;
import org.golivecheck.text.Words;
import org.jspecify.annotations.Nullable;

/** GL-015: calls of what DocuSign has deprecated. One finding per row of a table. */
final class DeprecationRule extends Check {
  private static final List<Row> ROWS =
      JarText.read(DeprecationRule.class, "deprecations.tsv").lines().map(Row::of).toList();

  /**
   * What is deprecated.
   *
   * @param id a name that stays the same
   * @param since when DocuSign said so or when it ends: a day or a month
   * @param test what calls it applies to: {@code path}, {@code path-end}, {@code host} (its first
   *     label, also with {@code -d}), {@code scheme}, {@code sdk} (of an API) or {@code grant}
   * @param value what the test looks for
   * @param what what the calls do, in words that follow {@code calls go}
   * @param instead what to do instead
   * @param source where DocuSign says so
   */
  private record Row(
      String id,
      String since,
      Severity severity,
      String test,
      String value,
      String what,
      String instead,
      String source) {

    static Row of(String line) {
      String[] cells = line.split("\t", -1);
      int colon = cells[3].indexOf(':');
      return new Row(
          cells[0],
          cells[1],
          Severity.valueOf(cells[2]),
          cells[3].substring(0, colon),
          cells[3].substring(colon + 1),
          cells[4],
          cells[5],
          cells[6]);
    }

    boolean fits(CallKind kind) {
      String path = kind.operation().template().toLowerCase(Locale.ROOT);
      return switch (test) {
        case "path" -> path.startsWith(value) && isESignature(kind.exclusion());
        case "path-end" -> path.endsWith(value);
        case "host" ->
            kind.host().equals(value + ".docusign.net")
                || kind.host().equals(value + "-d.docusign.net");
        case "scheme" -> kind.plainHttp();
        case "sdk" ->
            kind.operation().api().id().equals(value)
                && kind.caller() != null
                && kind.caller().startsWith("Swagger-Codegen/");
        // Whether such a call asks for the grant is its own matter.
        default -> kind.exclusion() == Exclusion.OAUTH;
      };
    }

    /** Not a call of the web app, nor of Rooms, whose paths begin like those of version 2. */
    private static boolean isESignature(@Nullable Exclusion exclusion) {
      return exclusion != Exclusion.WEB_APP
          && exclusion != Exclusion.OTHER_API
          && exclusion != Exclusion.OTHER_HOST;
    }

    boolean fits(Grant grant) {
      return !test.equals("grant") || (grant.kind() != null && grant.kind().id().equals(value));
    }
  }

  private final IdentityHashMap<CallKind, List<Row>> rows = new IdentityHashMap<>();
  private final Map<String, Evidence> found = new TreeMap<>();

  DeprecationRule(ReviewContext context, RuleInfo rule) {
    super(context, rule);
  }

  @Override
  boolean concerns(CallKind kind) {
    List<Row> fitting = new ArrayList<>();
    for (Row row : ROWS) {
      if (row.fits(kind)) {
        fitting.add(row);
      }
    }
    rows.put(kind, fitting);
    return !fitting.isEmpty();
  }

  @Override
  void see(TimedCall call) {
    for (Row row : rows.getOrDefault(call.kind(), List.of())) {
      if (row.fits(call.detail().grant())) {
        found.computeIfAbsent(row.id(), unseen -> new Evidence()).add(call.position());
      }
    }
  }

  @Override
  void finish(FindingSink out) {
    for (Row row : ROWS) {
      Evidence evidence = found.get(row.id());
      if (evidence != null) {
        out.add(row.severity(), evidence.count(), () -> finding(row, evidence));
      }
    }
  }

  private Finding finding(Row row, Evidence evidence) {
    return draft()
        .severity(row.severity())
        .basis(row.source())
        .remedy(row.instead())
        .subject(row.id())
        .build(
            Words.count(evidence.count(), "call goes", "calls go") + " " + row.what() + ".",
            evidence);
  }
}
