package org.golivecheck.rule.error;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.golivecheck.call.ApiFamily;
import org.jspecify.annotations.Nullable;

/**
 * Finds the row of a failure: by its code, by the words of its code, by its text, by its status.
 */
final class Classifier {

  /** Stands for no code in the catalogue. */
  private static final String NO_CODE = "-";

  /** A message pattern shorter than this does not tell a code by itself. */
  private static final int SENTENCE = 16;

  private Classifier() {}

  static CatalogRow classify(Failure failure) {
    CatalogRow row = failure.hasCode() ? byCode(failure) : null;
    if (row != null && Rewriting.passesThrough(failure, row)) {
      return row;
    }
    return failure.hasCode() && !failure.isText() ? byUnknownCode(failure) : withoutCode(failure);
  }

  // --- A code that the catalogue has ------------------------------------------------------------

  private static @Nullable CatalogRow byCode(Failure failure) {
    List<CatalogRow> rows = CatalogFile.errors().rowsOf(Objects.requireNonNull(failure.code()));
    CatalogRow row = firstOrLast(rows, failure, it -> it.appliesTo(failure.api(), failure.path()));
    if (row == null) {
      row = firstOrLast(rows, failure, it -> it.api().family() == failure.api());
    }
    // The numbers that CLM uses for codes mean nothing elsewhere.
    if (row == null && !failure.hasNumericCode()) {
      row = firstOrLast(rows, failure, it -> true);
    }
    return row;
  }

  /**
   * Returns the first row that matches. Where DocuSign has reworded the message none does; the code
   * still decides, and the last row is the most general of the code.
   */
  private static @Nullable CatalogRow firstOrLast(
      List<CatalogRow> all, Failure failure, Predicate<CatalogRow> eligible) {
    List<CatalogRow> rows = all.stream().filter(eligible).toList();
    for (CatalogRow row : rows) {
      if (matches(row, failure)) {
        return row.hasPattern() ? row : sharperByStatus(rows, row, failure.status());
      }
    }
    return rows.isEmpty() ? null : rows.get(rows.size() - 1);
  }

  private static boolean matches(CatalogRow row, Failure failure) {
    if (failure.message() != null) {
      return row.occursIn(failure.message());
    }
    // A pattern found outside a message is weak evidence, so the status must fit as well.
    return !row.hasPattern()
        || (row.occursIn(failure.text()) && row.allowsStatus(failure.status()));
  }

  /**
   * Two codes mean different things at different statuses: CLM's 103 and the account server's
   * internal_server_error. Where a catch-all row does not name the status but an earlier row of the
   * code does, the earlier one is meant.
   */
  private static CatalogRow sharperByStatus(
      List<CatalogRow> rows, CatalogRow catchAll, int status) {
    if (catchAll.namesStatus(status)) {
      return catchAll;
    }
    return rows.stream()
        .takeWhile(row -> row != catchAll)
        .filter(row -> row.namesStatus(status))
        .findFirst()
        .orElse(catchAll);
  }

  // --- A code that the catalogue lacks ----------------------------------------------------------

  private static CatalogRow byUnknownCode(Failure failure) {
    if (Rewriting.rewrote(failure)) {
      return rewritten();
    }
    CatalogRow row =
        noCodeRow(
            failure.api(),
            it ->
                it.hasPattern()
                    && it.allowsStatus(failure.status())
                    && it.occursIn(failure.message()));
    if (row != null) {
      return row;
    }
    CodeWords words = CatalogFile.words();
    CatalogRow guess = words.guess(Objects.requireNonNull(failure.code()), failure.api());
    // The APIs whose codes are not known one by one have rows by status for all of them.
    CatalogRow byApi =
        words.isLast(guess) && failure.api() != ApiFamily.ESIGN
            ? byStatus(failure, failure.api())
            : null;
    return byApi == null ? guess : byApi;
  }

  // --- No code ----------------------------------------------------------------------------------

  private static CatalogRow withoutCode(Failure failure) {
    CatalogRow row = byText(failure);
    if (row == null && failure.isText()) {
      row = bySentence(failure);
    }
    if (row == null && failure.maybeProviders()) {
      row = providerRow(it -> shows(it, failure));
    }
    if (row == null && Rewriting.rewrote(failure.withCode(null))) {
      row = rewritten();
    }
    if (row == null) {
      row = byStatus(failure);
    }
    return row == null ? byBareStatus(failure.status()) : row;
  }

  private static @Nullable CatalogRow byText(Failure failure) {
    CatalogRow row = noCodeRow(failure.api(), it -> shows(it, failure));
    return row == null ? noCodeRow(ApiFamily.ESIGN, it -> shows(it, failure)) : row;
  }

  private static boolean shows(CatalogRow row, Failure failure) {
    return row.hasPattern() && row.allowsStatus(failure.status()) && failure.shows(row);
  }

  /** Finds the code that a text without one speaks of, by the sentences of DocuSign's messages. */
  private static @Nullable CatalogRow bySentence(Failure failure) {
    String code = LeadSentence.codeIn(failure.message());
    if (code != null) {
      return byCode(failure.withCode(code));
    }
    for (CatalogRow row : CatalogFile.errors().rows()) {
      boolean eligible =
          row.appliesTo(failure.api(), failure.path())
              || row.appliesTo(ApiFamily.ESIGN, failure.path());
      if (eligible && isSentence(row.errorClass()) && row.occursIn(failure.message())) {
        return row;
      }
    }
    return null;
  }

  private static boolean isSentence(ErrorClass row) {
    return !row.code().equals(NO_CODE) && row.messagePattern().length() >= SENTENCE;
  }

  private static @Nullable CatalogRow byStatus(Failure failure) {
    CatalogRow row = byStatus(failure, failure.api());
    return row == null ? byStatus(failure, ApiFamily.ESIGN) : row;
  }

  private static @Nullable CatalogRow byStatus(Failure failure, ApiFamily api) {
    return noCodeRow(api, row -> row.namesStatus(failure.status()) && failure.shows(row));
  }

  private static CatalogRow byBareStatus(int status) {
    List<CatalogRow> rows = CatalogFile.statuses().rows();
    return rows.stream()
        .filter(row -> row.namesStatus(status))
        .findFirst()
        .orElseGet(() -> rows.get(rows.size() - 1));
  }

  private static @Nullable CatalogRow noCodeRow(ApiFamily api, Predicate<CatalogRow> test) {
    for (CatalogRow row : CatalogFile.errors().rowsOf(NO_CODE)) {
      if (row.api().family() == api && !row.api().isProvider() && test.test(row)) {
        return row;
      }
    }
    return null;
  }

  private static @Nullable CatalogRow providerRow(Predicate<CatalogRow> test) {
    for (CatalogRow row : CatalogFile.errors().rowsOf(NO_CODE)) {
      if (row.api().isProvider() && test.test(row)) {
        return row;
      }
    }
    return null;
  }

  /** Returns the row of a provider's own text: the one of provider rows that asks for nothing. */
  private static CatalogRow rewritten() {
    return Objects.requireNonNull(providerRow(row -> !row.hasPattern()), "no provider row");
  }
}
