package org.golivecheck.rule.error;

import java.util.List;
import org.golivecheck.call.ApiCall;
import org.golivecheck.call.ApiFamily;
import org.jspecify.annotations.Nullable;

/**
 * What the errors of DocuSign's APIs mean, whose job each is, and what to do.
 *
 * <p>Code and message decide; the status only where the body has no code. Codes compare ignoring
 * case, rows in their order: the first that matches wins. An unknown code is judged by its words,
 * and the result says so. Immutable and thread-safe; the data are read when they are first needed.
 */
public final class ErrorCatalog {
  private static final ErrorCatalog INSTANCE = new ErrorCatalog();

  private ErrorCatalog() {}

  /** Returns the catalogue. Cheap: reads nothing yet. */
  public static ErrorCatalog get() {
    return INSTANCE;
  }

  /** Returns the rows of known codes and situations, in the order of matching. */
  public List<ErrorClass> rows() {
    return CatalogFile.errors().rows().stream().map(CatalogRow::errorClass).toList();
  }

  /**
   * Returns the rows of a code, in the order of matching.
   *
   * @param code a code, in any case
   * @return its rows; empty for a code that is not in the catalogue
   */
  public List<ErrorClass> find(String code) {
    return CatalogFile.errors().rowsOf(code).stream().map(CatalogRow::errorClass).toList();
  }

  /**
   * Returns the row of an id, be it of a known code, of a bare status or of a guess.
   *
   * @param id an {@link ErrorClass#id()} that this catalogue handed out
   * @throws IllegalArgumentException if no row has this id
   */
  public ErrorClass row(int id) {
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
    return Classifier.classify(Failure.of(call, api)).errorClass();
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
    return Classifier.classify(Failure.ofItem(api, status, code, message, path)).errorClass();
  }
}
