package org.golivecheck.support;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.golivecheck.report.Finding;
import org.golivecheck.report.Finding.Evidence;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.GoLiveReport.Reason;
import org.golivecheck.report.GoLiveReport.WindowCall;
import org.golivecheck.report.Severity;
import org.golivecheck.text.UtcTime;
import org.golivecheck.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * The text of a support case, with what its recipient needs to find the calls. Facts that no log
 * contains are blanks, marked {@value #BLANK_START}{@code ...]}.
 */
final class SupportLetter {
  private static final String BLANK_START = "[fill in: ";
  private static final int MOST_FINDINGS = 20;
  private static final int MOST_CALLS = 10;

  private final SupportCase.Facts facts;
  private final GoLiveReport report;
  private final StringBuilder text = new StringBuilder();
  private int blanks;

  SupportLetter(SupportCase.Facts facts, GoLiveReport report) {
    this.facts = facts;
    this.report = report;
  }

  /**
   * Writes the letter about some findings.
   *
   * @param channel the recipient
   * @param findings the recipient's findings; if there are none, the newest calls are listed
   */
  String write(SupportChannel channel, List<Finding> findings) {
    text.append("To: ").append(channel.label()).append('\n');
    text.append("Subject: ").append(subject(findings)).append("\n\n");
    head(channel);
    if (findings.isEmpty()) {
      unknownMatter();
    }
    int number = 0;
    for (Finding finding : findings.subList(0, Math.min(findings.size(), MOST_FINDINGS))) {
      number++;
      matter(number, finding);
    }
    if (findings.size() > MOST_FINDINGS) {
      text.append("\nThe report contains ").append(Words.number(findings.size() - MOST_FINDINGS));
      text.append(" more.\n");
    }
    for (Reason reason : report.reasons()) {
      if (reason.rule().equals("GL-000")) {
        text.append("\nNot all was read: ").append(reason.message()).append('\n');
      }
    }
    text.append(
        "\n"
            + "Attached: the API logs (logs.zip) and the report on them. Secrets and personal data"
            + " are removed, ids are replaced by");
    text.append(" pseudonyms; times, status, error codes and trace tokens are the real ones.\n");
    return text.toString();
  }

  /** Returns how many blanks the letter has. */
  int blanks() {
    return blanks;
  }

  private String subject(List<Finding> findings) {
    String where = "[" + facts.environments() + "] ";
    if (findings.isEmpty()) {
      return where + "Question on API calls";
    }
    Finding first = findings.get(0);
    String rest = findings.size() > 1 ? ", and " + (findings.size() - 1) + " more" : "";
    return where + what(first) + rest;
  }

  private void head(SupportChannel channel) {
    line("Environment", facts.environments() + hosts(facts.hosts()));
    known("Account ID", facts.account(), "ids in the attached logs are pseudonyms");
    known("Integration key", facts.integrationKey(), "the client ID of the integration");
    line("API user", blank("e-mail address or user ID for whom the calls were made"));
    if (channel != SupportChannel.PROVIDER) {
      known(
          "Third-party engineer to contact",
          facts.contact(),
          "name, company, e-mail address, time zone");
    }
    line("Impact", blank("who cannot do what, since when"));
    if (channel == SupportChannel.DOCUSIGN) {
      line("Open the case at", facts.route());
    }
  }

  private static String hosts(Set<String> hosts) {
    return hosts.isEmpty() ? "" : " (" + String.join(", ", hosts) + ")";
  }

  private void matter(int number, Finding finding) {
    text.append('\n').append(number).append(". ").append(what(finding)).append('\n');
    if (finding.method() != null && finding.path() != null) {
      line("Request", finding.method() + " " + finding.path());
    }
    line("Expected", expected(finding));
    line("Seen", finding.message().toString());
    line("Understood so far", finding.remedy());
    calls(finding.evidence(), finding.count());
  }

  private String expected(Finding finding) {
    String expected = facts.expected();
    if (expected != null) {
      return expected;
    }
    return finding.rule().startsWith("ER-") || finding.rule().equals("GL-006")
        ? "the call succeeds"
        : "the calls keep the rules of the Go-Live review";
  }

  private void calls(List<Evidence> evidence, long count) {
    if (evidence.isEmpty()) {
      return;
    }
    text.append("Calls (time in UTC, status, trace token, entry of logs.zip):\n");
    int shown = Math.min(evidence.size(), MOST_CALLS);
    for (Evidence call : evidence.subList(0, shown)) {
      call(call.timestamp(), call.status(), call.traceToken(), call.source());
    }
    if (count > shown) {
      text.append("  and ").append(count - shown).append(" more\n");
    }
  }

  private void unknownMatter() {
    String expected = facts.expected();
    text.append('\n');
    line("Expected", expected != null ? expected : blank("what should have happened"));
    line("Seen", blank("what happened instead"));
    List<WindowCall> newest = report.window().calls();
    if (newest.isEmpty()) {
      return;
    }
    text.append("Newest calls (time in UTC, status, trace token, entry of logs.zip):\n");
    for (int i = newest.size() - 1; i >= Math.max(0, newest.size() - MOST_CALLS); i--) {
      WindowCall call = newest.get(i);
      call(call.timestamp(), call.status(), call.traceToken(), call.source());
    }
  }

  private void call(
      Instant time, int status, @Nullable CharSequence traceToken, CharSequence source) {
    String entry = source.toString().substring(source.toString().indexOf('!') + 1);
    text.append("  ").append(UtcTime.isoOrWords(time.truncatedTo(ChronoUnit.MILLIS)));
    text.append("  ").append(status);
    text.append("  ").append(traceToken == null ? "no trace token" : traceToken);
    text.append("  ").append(entry).append('\n');
  }

  private static String what(Finding finding) {
    String times = " (" + Words.calls(finding.count()) + ")";
    CharSequence matter = finding.errorCode() != null ? finding.errorCode() : finding.title();
    String operation = finding.operation();
    return matter + (operation == null ? "" : " on " + operation) + times;
  }

  private void known(String label, @Nullable String value, String what) {
    line(label, value != null ? value : blank(what));
  }

  private void line(String label, String value) {
    text.append(label).append(": ").append(value).append('\n');
  }

  private String blank(String what) {
    blanks++;
    return BLANK_START + what + "]";
  }

  /** Returns whether a finding requires action, rather than just attention. */
  static boolean concerns(Finding finding) {
    return finding.severity() != Severity.INFO;
  }
}
