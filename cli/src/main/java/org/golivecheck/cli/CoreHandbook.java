package org.golivecheck.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.golivecheck.rule.RuleInfo;
import org.golivecheck.rule.Rules;
import org.golivecheck.rule.error.ErrorCatalog;
import org.golivecheck.rule.error.ErrorClass;

/** What the library knows about rules and errors. */
final class CoreHandbook implements Handbook {
  private static final String PAGES = "pages/";

  @Override
  public List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    for (RuleInfo rule : Rules.all()) {
      entries.add(new Entry(rule.id(), rule.title()));
    }
    return entries;
  }

  @Override
  public Optional<String> page(String id) {
    try (InputStream in = Rules.class.getResourceAsStream(PAGES + id + ".md")) {
      if (in != null) {
        return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Rules.find(id).map(CoreHandbook::shortPage);
  }

  @Override
  public List<ErrorClass> errors(String code) {
    return ErrorCatalog.get().find(code);
  }

  @Override
  public List<String> errorCodes() {
    TreeSet<String> codes = new TreeSet<>();
    for (ErrorClass row : ErrorCatalog.get().rows()) {
      codes.add(row.code());
    }
    return List.copyOf(codes);
  }

  /** What a rule without a page of its own still tells. */
  private static String shortPage(RuleInfo rule) {
    return """
        # %s: %s

        ## Who acts

        %s

        ## How to fix

        %s

        ## Basis

        %s
        """
        .formatted(rule.id(), rule.title(), rule.actor(), rule.remedy(), rule.basis());
  }
}
