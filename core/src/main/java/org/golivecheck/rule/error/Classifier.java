package org.golivecheck.rule.error;

import java.util.List;
import java.util.Objects;
import org.golivecheck.call.ApiFamily;
import org.jspecify.annotations.Nullable;

/**
 * Finds the row of a failure: by its code, by the words of its code, by its text, by its status.
 *
 * <p>Written with loops where streams would do: the first lambda of a process costs more time than
 * the whole catalogue.
 */
final class Classifier {

  /** Stands for no code in the catalogue. */
  private static final String NO_CODE = "-";

  /** A message pattern shorter than this does not identify a code by itself. */
  private static final int SENTENCE = 16;

  /** Among which rows of a code the right one is looked for. */
  private enum Scope {
    /** Those of the API whose condition the call meets. */
    CONDITION,
    /** Those of the API. */
    API,
    /** Those of all APIs. */
    ANY
  }

  /** What speaks for a row that asks for no code. */
  private enum Proof {
    /** Its pattern in the message. */
    MESSAGE,
    /** Its pattern anywhere in the body. */
    TEXT,
    /** The status; and its pattern, if it has one. */
    STATUS
  }

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
    CatalogRow row = firstOrLast(rows, failure, Scope.CONDITION);
    if (row == null) {
      row = firstOrLast(rows, failure, Scope.API);
    }
    // The numbers that CLM uses for codes mean nothing elsewhere.
    if (row == null && !failure.hasNumericCode()) {
      row = firstOrLast(rows, failure, Scope.ANY);
    }
    return row;
  }

  /**
   * Returns the first row that matches. Where DocuSign has reworded the message none does; the code
   * still decides, and the last row is the most general of the code.
   */
  private static @Nullable CatalogRow firstOrLast(
      List<CatalogRow> rows, Failure failure, Scope scope) {
    CatalogRow last = null;
    CatalogRow ofStatus = null;
    for (CatalogRow row : rows) {
      if (!isIn(scope, row, failure)) {
        continue;
      }
      if (matches(row, failure)) {
        boolean sharper = !row.hasPattern() && !row.namesStatus(failure.status());
        return sharper && ofStatus != null ? ofStatus : row;
      }
      // Two codes mean different things at different statuses: CLM's 103 and the account server's
      // internal_server_error. Where a catch-all does not name the status but an earlier row does,
      // the earlier one is meant.
      if (ofStatus == null && row.namesStatus(failure.status())) {
        ofStatus = row;
      }
      last = row;
    }
    return last;
  }

  private static boolean isIn(Scope scope, CatalogRow row, Failure failure) {
    return switch (scope) {
      case CONDITION -> row.api().covers(failure) && row.condition().isMetBy(failure);
      case API -> row.api().covers(failure) && row.condition().mayBeMetBy(failure);
      case ANY -> row.api().speaksTo(failure) && row.condition().mayBeMetBy(failure);
    };
  }

  private static boolean matches(CatalogRow row, Failure failure) {
    if (failure.message() != null) {
      return row.occursIn(failure.message());
    }
    // A pattern found outside a message is weak evidence, so the status must fit as well.
    return !row.hasPattern()
        || (row.occursIn(failure.text()) && row.allowsStatus(failure.status()));
  }

  // --- A code that the catalogue lacks ----------------------------------------------------------

  private static CatalogRow byUnknownCode(Failure failure) {
    if (Rewriting.rewrote(failure)) {
      return rewritten();
    }
    CatalogRow row = noCodeRow(failure.api(), failure, Proof.MESSAGE);
    if (row != null) {
      return row;
    }
    CatalogRow guess =
        CatalogFile.words()
            .guess(Objects.requireNonNull(failure.code()), failure.api(), failure.status());
    if (CodeWords.isByStatus(guess) && failure.api() != ApiFamily.ESIGN) {
      // The APIs whose codes are not known one by one have rows by status for all of them.
      row = noCodeRow(failure.api(), failure, Proof.STATUS);
    }
    return row == null ? guess : row;
  }

  // --- No code ----------------------------------------------------------------------------------

  private static CatalogRow withoutCode(Failure failure) {
    CatalogRow row = noCodeRowOfAnyApi(failure, Proof.TEXT);
    // DocuSign's message means that the response is DocuSign's, even without the code.
    if (row == null && failure.isTextOrMessage()) {
      row = bySentence(failure);
    }
    if (row == null && failure.maybeProviders()) {
      row = providerRow(failure);
    }
    if (row == null && Rewriting.rewrote(failure.withCode(null))) {
      row = rewritten();
    }
    if (row == null) {
      row = noCodeRowOfAnyApi(failure, Proof.STATUS);
    }
    return row == null ? byBareStatus(failure.status()) : row;
  }

  /** Finds the code of a text without one by the sentences of DocuSign's messages. */
  private static @Nullable CatalogRow bySentence(Failure failure) {
    String code = CodeWords.LeadSentence.codeIn(failure.message());
    if (code != null) {
      return byCode(failure.withCode(code));
    }
    for (CatalogRow row : CatalogFile.errors().rows()) {
      ApiFamily family = row.api().family();
      if ((family == failure.api() || family == ApiFamily.ESIGN)
          && row.condition().isMetBy(failure)
          && isSentence(row.errorClass())
          && row.occursIn(failure.message())) {
        return row;
      }
    }
    return null;
  }

  private static boolean isSentence(ErrorClass row) {
    return !row.code().equals(NO_CODE) && row.messagePattern().length() >= SENTENCE;
  }

  /** Looks among the rows of the API, then among those of eSignature, which has the most. */
  private static @Nullable CatalogRow noCodeRowOfAnyApi(Failure failure, Proof proof) {
    CatalogRow row = noCodeRow(failure.api(), failure, proof);
    return row == null ? noCodeRow(ApiFamily.ESIGN, failure, proof) : row;
  }

  private static @Nullable CatalogRow noCodeRow(ApiFamily api, Failure failure, Proof proof) {
    for (CatalogRow row : CatalogFile.errors().rowsOf(NO_CODE)) {
      if (row.api().family() == api
          && !row.api().isProvider()
          && row.condition().isMetBy(failure)
          && proves(proof, row, failure)) {
        return row;
      }
    }
    return null;
  }

  private static boolean proves(Proof proof, CatalogRow row, Failure failure) {
    return switch (proof) {
      case MESSAGE -> shows(row, failure) && row.occursIn(failure.message());
      case TEXT -> shows(row, failure);
      case STATUS -> row.namesStatus(failure.status()) && failure.shows(row);
    };
  }

  private static boolean shows(CatalogRow row, Failure failure) {
    return row.hasPattern() && row.allowsStatus(failure.status()) && failure.shows(row);
  }

  private static @Nullable CatalogRow providerRow(Failure failure) {
    for (CatalogRow row : CatalogFile.errors().rowsOf(NO_CODE)) {
      if (row.api().isProvider() && shows(row, failure)) {
        return row;
      }
    }
    return null;
  }

  /** Returns the row of a provider's own text: the one of provider rows that asks for nothing. */
  private static CatalogRow rewritten() {
    for (CatalogRow row : CatalogFile.errors().rowsOf(NO_CODE)) {
      if (row.api().isProvider() && !row.hasPattern()) {
        return row;
      }
    }
    throw new IllegalStateException("the error catalogue has no row for rewritten responses");
  }

  private static CatalogRow byBareStatus(int status) {
    List<CatalogRow> rows = CatalogFile.statuses().rows();
    for (CatalogRow row : rows) {
      if (row.namesStatus(status)) {
        return row;
      }
    }
    return rows.get(rows.size() - 1);
  }
}
