package org.golivecheck.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.autolink.AutolinkType;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.golivecheck.redaction.Redactor;
import org.golivecheck.render.markdown.MarkdownText;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.Outcome;
import org.golivecheck.report.Profile;
import org.golivecheck.report.Severity;
import org.golivecheck.report.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads what is printed by a parser of GitHub-flavoured Markdown. */
class MarkdownReportWriterTest {
  private static final int MEBIBYTE = 1 << 20;

  /** Without e-mail addresses, which this library, unlike GitHub, sees past any other character. */
  private static final List<Extension> GITHUB =
      List.of(
          AutolinkExtension.builder().linkTypes(AutolinkType.URL, AutolinkType.WWW).build(),
          StrikethroughExtension.create(),
          TablesExtension.create());

  private static final Parser PARSER = Parser.builder().extensions(GITHUB).build();
  private static final HtmlRenderer HTML = HtmlRenderer.builder().extensions(GITHUB).build();

  @Property(tries = 2000)
  void anyTextIsShownAsItIs(@ForAll("texts") String text) {
    String shown = "x" + text + "x";
    Node paragraph = PARSER.parse(MarkdownText.escape(shown));

    assertThat(paragraph.getFirstChild()).isNotNull().isSameAs(paragraph.getLastChild());
    assertThat(textOf(paragraph).replace("\u200b", "")).isEqualTo(shown);
  }

  @Property(tries = 1000)
  void anyTextIsOneCellOfATable(@ForAll("texts") String text) {
    String html =
        HTML.render(
            PARSER.parse("| a | b |\n|---|---|\n| " + MarkdownText.code(text) + " | end |"));

    assertThat(html.split("<td>", -1)).hasSize(3);
    assertThat(html).contains("<td>end</td>").doesNotContain("<a ");
  }

  /** Pieces that mean something to a reader of Markdown, and any characters between them. */
  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "|",
            "`",
            "``",
            "*",
            "**",
            "_",
            "__",
            "~~",
            "[a](b)",
            "![a](b)",
            "[^1]",
            "<b>",
            "</details>",
            "<!--",
            "&amp;",
            "&#42;",
            "\\",
            "\\|",
            "https://example.com/a",
            "http:/",
            "www.example.com",
            "WWW.example.com",
            "a@example.com",
            "@team",
            "#12",
            "$x$",
            "a",
            "B_c",
            " ",
            "]",
            "(",
            ")",
            ":tada:",
            "---",
            "://");
    return Arbitraries.oneOf(pieces, pieces, Arbitraries.strings().ofMaxLength(3))
        .list()
        .ofMaxSize(8)
        .map(parts -> new Redactor().redact(String.join("", parts)).toString().strip());
  }

  private static String textOf(Node document) {
    StringBuilder out = new StringBuilder();
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text text) {
            out.append(text.getLiteral());
          }
        });
    return out.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "ask @octocat, ask @&#8203;octocat",
    "see #12, see #&#8203;12",
    "USER_LACKS_PERMISSIONS, USER_LACKS_PERMISSIONS",
    "_a_, &#95;a&#95;",
    "Envelopes:get, Envelopes:get",
    "https://example.com, https:&#8203;//example.com",
    "www.example.com, www&#8203;.example.com",
    "a|b, a&#124;b",
  })
  void onlyWhatMeansSomethingIsEscaped(String text, String escaped) {
    assertThat(MarkdownText.escape(text)).isEqualTo(escaped);
  }

  @Test
  void onlyAPlainAddressBecomesALink() {
    assertThat(MarkdownText.link("https://example.com/a?b=c#d"))
        .isEqualTo("<https://example.com/a?b=c#d>");
    assertThat(MarkdownText.link("javascript:alert(1)")).doesNotContain("<");
    assertThat(MarkdownText.link("https://example.com/> <b>")).doesNotContain("<");
  }

  static Stream<GoLiveReport> fixtures() {
    return ReportFixtures.all().values().stream();
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void verdictStandsFirst(GoLiveReport report) {
    assertThat(Printed.print("markdown", report).lines().findFirst().orElseThrow())
        .startsWith("## ")
        .endsWith(" " + report.verdict());
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void everythingFoldedIsClosed(GoLiveReport report) {
    String printed = Printed.print("markdown", report);

    assertThat(printed.split("\n<details>", -1)).hasSameSizeAs(printed.split("\n</details>\n", -1));
  }

  @Test
  void hostileTextMakesNoMarkup() {
    String html = HTML.render(PARSER.parse(Printed.print("markdown", ReportFixtures.hostile())));

    assertThat(html)
        .doesNotContain("<script", "<em>", "<h1", "href=\"javascript")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;");
  }

  @Test
  void headingsNameWhoHasToAct() {
    assertThat(Printed.print("markdown", ReportFixtures.permissionErrors()))
        .containsSubsequence(
            "#### For the account administrator\n",
            "#### For the user who has to consent\n",
            "#### For the account's plan owner, with DocuSign\n");
  }

  @Test
  void thousandsOfFindingsAreCutWithACount() {
    assertThat(Printed.print("markdown", ReportFixtures.thousandsOfFindings()))
        .contains("### Findings: 20 errors, 2,980 warnings")
        .contains(" calls in 1,490 findings)", "... and 1,480 more with ");
  }

  @Test
  void pageOfTheLargestTextsStaysBelowWhatGithubTakes() {
    GoLiveReport report = largest();
    String printed = Printed.print("markdown", report);

    assertThat(printed.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(500_000, MEBIBYTE - 1);
    assertThat(printed)
        .contains("more findings, left out to keep this page short.")
        .contains("more problems")
        .contains("more inputs")
        .endsWith("</sub>\n");
    assertThat(printed.split("\n<details>", -1)).hasSameSizeAs(printed.split("\n</details>\n", -1));
  }

  /** A report of texts that take the most bytes when escaped. */
  private static GoLiveReport largest() {
    String text = "@ ".repeat(250);
    ReportBuilder builder = new ReportBuilder(Profile.CLASSIC, Verdict.FAIL);
    for (int i = 0; i < 200; i++) {
      builder
          .reason("GL-002", text)
          .calls(1, Outcome.ERROR, 400, text)
          .finding(
              builder.apiError(Severity.ERROR, "validation", "actor " + i % 3, text, text + i, 60))
          .problem("NO_TIMESTAMP", text, 1, -1, text, 1)
          .input(text, "request-log", 1, 1, 0);
    }
    return builder.build();
  }

  @Test
  void windowOfAPassingRunIsFolded() {
    assertThat(Printed.print("markdown", ReportFixtures.passing()))
        .contains("<details><summary>19 OK, 1 UNKNOWN</summary>");
    assertThat(rows(ReportFixtures.passing())).isEqualTo(20);
    assertThat(rows(ReportFixtures.permissionErrors())).isEqualTo(20);
  }

  private static long rows(GoLiveReport report) {
    return Printed.print("markdown", report)
        .lines()
        .collect(
            Collectors.filtering(
                line -> line.matches("\\|.*(POST|GET|DELETE) .*"), Collectors.counting()));
  }
}
