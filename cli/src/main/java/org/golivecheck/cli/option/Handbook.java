package org.golivecheck.cli.option;

import java.util.List;
import java.util.Optional;
import org.golivecheck.rule.error.ErrorClass;

/** What is known about rules and errors, without any log. */
public interface Handbook {

  /**
   * A page.
   *
   * @param id the id of a rule, or of a category of errors such as {@code ER-consent}
   * @param title the page's title
   */
  record Entry(String id, String title) {}

  /** Returns all pages, in the order of their ids. */
  List<Entry> entries();

  /** Returns the page of a rule or error category, as Markdown. */
  Optional<String> page(String id);

  /** Returns the catalogue's rows for an error code, ignoring case. */
  List<ErrorClass> errors(String code);

  /** Returns how {@code check} judges an error code that the catalogue does not have. */
  List<ErrorClass> guesses(String code);

  /** Returns all error codes of the catalogue. */
  List<String> errorCodes();
}
