package org.golivecheck.support;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.golivecheck.call.DocuSignHosts;
import org.golivecheck.ready.Checklist;
import org.golivecheck.ready.ChecklistFormats;
import org.golivecheck.render.ReportFormats;
import org.golivecheck.render.TextOptions;
import org.golivecheck.report.Finding;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.text.WholeFile;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a support case needs, as one zip: a letter to everyone who has to act, the
 * reports, and the redacted logs.
 */
public final class SupportCase {
  /** The name of the redacted logs in the zip, and so in the sources of calls. */
  public static final String LOGS = "logs.zip";

  private static final String CHECKLIST = "checklist.md";
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
  private static final List<String> FORMATS = List.of("text", "html", "json");

  /**
   * What a support case says in addition to its findings. What is null is a blank in the letters.
   *
   * @param hosts the hosts of the calls, sorted
   * @param contact the engineer to contact, or null
   * @param expected what should have happened, or null for the usual
   * @param account the id of the account, or null
   * @param integrationKey the integration key, or null
   * @param thirdParty whether the integration is the product of a third party, or null if that is
   *     unknown
   */
  public record Facts(
      Set<String> hosts,
      @Nullable String contact,
      @Nullable String expected,
      @Nullable String account,
      @Nullable String integrationKey,
      @Nullable Boolean thirdParty) {

    /** Sorts the hosts. */
    public Facts {
      hosts = new TreeSet<>(hosts);
    }

    /** Returns the DocuSign environments in which the calls were made, found by their hosts. */
    String environments() {
      boolean demo = false;
      boolean production = false;
      for (String host : hosts) {
        var environment = DocuSignHosts.environment(host.toLowerCase(Locale.ROOT));
        demo |= environment == DocuSignHosts.Environment.DEMO;
        production |= environment == DocuSignHosts.Environment.PRODUCTION;
      }
      if (demo && production) {
        return "Demo and Production";
      }
      return production ? "Production" : demo ? "Demo" : "Environment unknown";
    }

    /** Returns where to open a case with DocuSign Support; both ways if the case is unknown. */
    String route() {
      String third =
          "support.docusign.com > APIs & Development (For Developers | Technical Resources) >"
              + " Third-Party integrations (third-party integrations only)";
      String own = "support.docusign.com > APIs & Development > Docusign APIs";
      if (thirdParty == null) {
        return "for the product of a third party: %s; for an integration of your own: %s"
            .formatted(third, own);
      }
      return thirdParty ? third : own;
    }
  }

  private final GoLiveReport report;
  private final Facts facts;
  private final Checklist checklist;
  private final Map<SupportChannel, List<Finding>> matters = new EnumMap<>(SupportChannel.class);
  private final Map<String, String> letters = new LinkedHashMap<>();
  private int blanks;

  /**
   * Creates the letters.
   *
   * @param report the report on the redacted logs
   * @param facts what the report does not say
   * @param checklist the checklist for production, made of the redacted logs
   */
  public SupportCase(GoLiveReport report, Facts facts, Checklist checklist) {
    this.report = report;
    this.facts = facts;
    this.checklist = checklist;
    for (Finding finding : report.findings()) {
      if (SupportLetter.concerns(finding)) {
        SupportChannel channel = SupportChannel.of(finding.actor());
        matters.computeIfAbsent(channel, c -> new ArrayList<>()).add(finding);
      }
    }
    if (matters.isEmpty()) {
      matters.put(SupportChannel.PROVIDER, List.of());
      matters.put(SupportChannel.DOCUSIGN, List.of());
    }
    writeLetters();
  }

  private void writeLetters() {
    int number = 0;
    for (Map.Entry<SupportChannel, List<Finding>> matter : matters.entrySet()) {
      number++;
      SupportLetter letter = new SupportLetter(facts, report);
      String text = letter.write(matter.getKey(), matter.getValue());
      letters.put(number + "-" + matter.getKey().id() + ".txt", text);
      blanks += letter.blanks();
    }
  }

  /** Returns the recipients in order. */
  public List<String> recipients() {
    return matters.keySet().stream().map(SupportChannel::label).toList();
  }

  /** Returns how many blanks the letters have. */
  public int blanks() {
    return blanks;
  }

  /**
   * Writes the zip.
   *
   * @param out the output; flushed, not closed
   * @param logs the redacted logs
   * @throws IOException if {@code out} throws it or the logs cannot be read
   */
  public void writeTo(OutputStream out, Path logs) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    entry(zip, "README.txt", writer -> writer.append(readme()));
    for (Map.Entry<String, String> letter : letters.entrySet()) {
      entry(zip, letter.getKey(), writer -> writer.append(letter.getValue()));
    }
    for (String format : FORMATS) {
      entry(
          zip,
          reportName(format),
          writer -> ReportFormats.writer(format, TextOptions.DEFAULT).write(report, writer));
    }
    entry(
        zip,
        CHECKLIST,
        writer -> ChecklistFormats.write(checklist, "markdown", TextOptions.DEFAULT, writer));
    start(zip, LOGS);
    // Its entries are already compressed.
    zip.setLevel(0);
    Files.copy(logs, zip);
    zip.closeEntry();
    zip.finish();
    zip.flush();
  }

  private static String reportName(String format) {
    return format.equals("text") ? "report.txt" : "report." + format;
  }

  private static void entry(ZipOutputStream zip, String name, WholeFile.Text printing)
      throws IOException {
    start(zip, name);
    Writer writer = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
    printing.printTo(writer);
    writer.flush();
    zip.closeEntry();
  }

  private static void start(ZipOutputStream zip, String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
  }

  private String readme() {
    StringBuilder text = new StringBuilder("A support case on DocuSign API calls\n\n");
    text.append("Write to these people in this order, to each with its letter:\n\n");
    List<String> names = List.copyOf(letters.keySet());
    int number = 0;
    for (SupportChannel channel : matters.keySet()) {
      text.append("  ").append(names.get(number)).append("\n    to ").append(channel.label());
      text.append(". ").append(channel.reason()).append('\n');
      number++;
    }
    text.append("\nAttach to each: ").append(LOGS).append(" and the report. ").append(CHECKLIST);
    text.append(" is for you: the steps to production, and which of them are open.\n\n");
    for (Finding finding : report.findings()) {
      if (finding.rule().equals("GL-013")) {
        text.append(finding.message()).append(' ').append(finding.remedy()).append("\n\n");
      }
    }
    text.append("A case with DocuSign Support: ").append(facts.route()).append(".\n");
    text.append("Cases need a paid support plan or a membership of the Partner Program. Without");
    text.append(" one ask at https://community.docusign.com/developer-59.\n\n");
    text.append("Before you send a letter, fill in each [fill in: ...], and look through ");
    text.append(LOGS).append(": personal data in free text cannot always be recognised.");
    text.append(" Never put passwords, tokens or private keys into a case.\n");
    return text.toString();
  }
}
