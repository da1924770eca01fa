package org.golivecheck.rule;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.golivecheck.text.JarText;

/** The documentation of the rules: one page per rule, which {@code explain} prints. */
public final class RulePages {

  /**
   * A page.
   *
   * @param id the id of a rule, or of what is said in notes and reasons alone
   * @param title the title
   */
  public record Page(String id, String title) {}

  /** Pages of what no rule reports as a finding: reasons, notes, and what is fine. */
  private static final List<Page> WITHOUT_A_RULE =
      List.of(
          new Page("GL-000", "Verdicts and profiles"),
          new Page("GL-002", "Error in the window"),
          new Page("GL-004", "Calls that do not count"),
          new Page("GL-005", "Diagnostics calls"),
          new Page("GL-009", "A log does not name the integration key"),
          new Page("GL-010", "Failed sign-ins are not in the log"),
          new Page("PL-006", "Workflow and scheduled sending are status too"),
          new Page("PL-008", "Different parts of one envelope are not polling"),
          new Page("PL-009", "Changes are not polling"),
          new Page("PR-001", "Checklist after promotion"));

  private RulePages() {}

  /** Returns all pages, sorted by id. */
  public static List<Page> all() {
    return Stream.concat(
            Rules.all().stream().map(rule -> new Page(rule.id(), rule.title())),
            WITHOUT_A_RULE.stream())
        .sorted(Comparator.comparing(Page::id))
        .toList();
  }

  /**
   * Returns the text of a page, as Markdown.
   *
   * @param id the id, in upper or lower case
   */
  public static Optional<String> text(String id) {
    return all().stream()
        .map(Page::id)
        .filter(known -> known.equalsIgnoreCase(id))
        .findFirst()
        .map(known -> JarText.read(RulePages.class, "pages/" + known + ".md"));
  }
}
