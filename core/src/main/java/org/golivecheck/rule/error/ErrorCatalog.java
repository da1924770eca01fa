package org.golivecheck.rule.error;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ApiFamily;
import org.jspecify.annotations.Nullable;

/**
 * What the errors of DocuSign's APIs mean, who has to act, and what to do.
 *
 * <p>Code and message decide; the status only where the body has no code. Codes compare ignoring
 * case, rows in their order: the first that matches wins. An unknown code is judged by its words,
 * then by the status, and the result says so. Immutable and thread-safe; the data are read when
 * they are first needed.
 */
public final class ErrorCatalog {
  private static final ErrorCatalog INSTANCE = new ErrorCatalog(List.of());

  // Spelled out, so that whoever asks need not read the catalogue; a test compares.
  private static final List<String> CATEGORIES =
      List.of(
          ("account-permission account-quota authentication consent gateway not-found"
                  + " polling provider-rewritten rate-limit service size-limit state-conflict unknown"
                  + " user-info user-permission validation")
              .split(" ", -1));

  private static final List<String> ACTORS =
      List.of(
          ("account-admin account-plan-owner/docusign-support consenting-user"
                  + " docusign-service end-user integration-developer network-operator")
              .split(" ", -1));

  private static final List<String> RETRIES =
      List.of("after-fix", "after-token-refresh", "after-wait", "no", "once", "yes");

  private final List<CustomError> customErrors;
  private final List<ErrorClass> customRows;

  private ErrorCatalog(List<CustomError> customErrors) {
    this.customErrors = customErrors;
    List<ErrorClass> rows = new ArrayList<>(customErrors.size());
    for (CustomError error : customErrors) {
      rows.add(error.row(-1 - rows.size())); // the catalogue's own ids are positive
    }
    customRows = List.copyOf(rows);
  }

  /** Returns the catalogue. Cheap: reads nothing yet. */
  public static ErrorCatalog get() {
    return INSTANCE;
  }

  /** Returns the same catalogue with classes of a team's own before its rows, in their order. */
  public ErrorCatalog withCustomErrors(List<CustomError> errors) {
    return new ErrorCatalog(List.copyOf(errors));
  }

  /** Returns what errors can be about, sorted. */
  public static List<String> categories() {
    return CATEGORIES;
  }

  /** Returns who may have to act, sorted. */
  public static List<String> actors() {
    return ACTORS;
  }

  /** Returns what there is to say of repeating a call, sorted. */
  public static List<String> retries() {
    return RETRIES;
  }

  /** Returns the rows of known codes and situations, in the order of matching. */
  public List<ErrorClass> rows() {
    return Stream.concat(
            customRows.stream(), CatalogFile.errors().rows().stream().map(CatalogRow::errorClass))
        .toList();
  }

  /**
   * Returns the rows of a code, in the order of matching.
   *
   * @param code a code, in any case
   * @return its rows; empty for a code that is not in the catalogue
   */
  public List<ErrorClass> find(String code) {
    return Stream.concat(
            customRows.stream().filter(row -> row.code().equalsIgnoreCase(code)),
            CatalogFile.errors().rowsOf(code).stream().map(CatalogRow::errorClass))
        .toList();
  }

  /**
   * Returns how a code is judged that the catalogue does not have.
   *
   * @param code a code without rows, in any case
   * @return the row that its words lead to; or, where they say nothing, a row for each status, of
   *     which the first with the status decides
   */
  public List<ErrorClass> guesses(String code) {
    return CatalogFile.words().guesses(code).stream().map(CatalogRow::errorClass).toList();
  }

  /**
   * Returns the row with an id: that of a known code, a status or a guess.
   *
   * @param id an {@link ErrorClass#id()} that this catalogue handed out
   * @throws IllegalArgumentException if no row has this id
   */
  public ErrorClass row(int id) {
    if (id < 0 && -1 - id < customRows.size()) {
      return customRows.get(-1 - id);
    }
    if (CatalogFile.errors().has(id)) {
      return CatalogFile.errors().get(id);
    }
    for (CatalogFile file : CatalogFile.all()) {
      if (file.has(id)) {
        return file.get(id);
      }
    }
    throw new IllegalArgumentException("no row of the error catalogue has the id " + id);
  }

  /**
   * Returns what the error of a failed call means.
   *
   * @param call a call, most usefully one that {@linkplain ApiCall#failed() failed}
   * @param api the API that it was made to
   */
  public ErrorClass classify(ApiCall call, ApiFamily api) {
    return classify(Failure.of(call, api));
  }

  /**
   * Returns what the error of a single item inside a 2xx body means.
   *
   * @param api the API that was called
   * @param status the HTTP status
   * @param code the item's error code, or null
   * @param message the item's message, or null
   * @param path the path of the URL
   */
  public ErrorClass classify(
      ApiFamily api, int status, @Nullable String code, @Nullable String message, String path) {
    return classify(Failure.ofItem(api, status, code, message, path));
  }

  private ErrorClass classify(Failure failure) {
    for (int i = 0; i < customErrors.size(); i++) {
      if (customErrors.get(i).matches(failure)) {
        return customRows.get(i);
      }
    }
    return Classifier.classify(failure).errorClass();
  }

  /** Returns whether two catalogues classify alike. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ErrorCatalog that && customErrors.equals(that.customErrors);
  }

  @Override
  public int hashCode() {
    return customErrors.hashCode();
  }
}
