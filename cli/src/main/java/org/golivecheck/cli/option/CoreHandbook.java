package org.golivecheck.cli.option;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.golivecheck.rule.RulePages;
import org.golivecheck.rule.error.ErrorCatalog;
import org.golivecheck.rule.error.ErrorClass;

/** What the library knows about rules and errors. */
public final class CoreHandbook implements Handbook {
  private final ErrorCatalog errors;

  public CoreHandbook(ErrorCatalog errors) {
    this.errors = errors;
  }

  @Override
  public List<Entry> entries() {
    return RulePages.all().stream().map(page -> new Entry(page.id(), page.title())).toList();
  }

  @Override
  public Optional<String> page(String id) {
    return RulePages.text(id);
  }

  @Override
  public List<ErrorClass> errors(String code) {
    return errors.find(code);
  }

  @Override
  public List<ErrorClass> guesses(String code) {
    return errors.guesses(code);
  }

  @Override
  public List<String> errorCodes() {
    TreeSet<String> codes = new TreeSet<>();
    for (ErrorClass row : errors.rows()) {
      codes.add(row.code());
    }
    return List.copyOf(codes);
  }
}
