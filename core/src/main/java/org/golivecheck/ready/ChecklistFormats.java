package org.golivecheck.ready;

import static org.golivecheck.render.markdown.MarkdownText.escape;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.golivecheck.ready.Checklist.Answer;
import org.golivecheck.ready.Checklist.Item;
import org.golivecheck.ready.Checklist.Stage;
import org.golivecheck.render.TextOptions;
import org.golivecheck.render.html.HtmlIcons;
import org.golivecheck.render.html.HtmlPage;
import org.golivecheck.render.markdown.MarkdownPage;
import org.golivecheck.render.markdown.MarkdownText;
import org.golivecheck.render.text.TextPage;
import org.golivecheck.render.text.TextPage.Style;
import org.golivecheck.render.words.ToolInfo;
import org.golivecheck.report.Severity;
import org.golivecheck.report.Verdict;
import org.golivecheck.text.JsonOutput;

/** Prints a checklist as text, Markdown, HTML or JSON. */
public final class ChecklistFormats {
  private static final int SCHEMA_VERSION = 1;
  private static final String TITLE = "Ready for production";

  private ChecklistFormats() {}

  /** Returns the names of the formats. */
  public static List<String> names() {
    return List.of("text", "json", "html", "markdown");
  }

  /**
   * Prints a checklist.
   *
   * @param format one of {@link #names()}
   * @param options how text looks
   * @param out takes the text; not closed
   * @throws IOException if {@code out} throws it
   */
  public static void write(Checklist checklist, String format, TextOptions options, Appendable out)
      throws IOException {
    switch (format) {
      case "text" -> writeText(checklist, new TextPage(out, options));
      case "json" -> writeJson(checklist, out);
      case "html" -> writeHtml(checklist, new HtmlPage(out));
      case "markdown" -> writeMarkdown(checklist, new MarkdownPage(out));
      default -> throw new IllegalArgumentException("no format " + format);
    }
  }

  /** Returns the answers in numbers. */
  private static String summary(Checklist checklist) {
    String counts =
        "%s met, %s not met, %s to ask."
            .formatted(
                checklist.count(Answer.MET),
                checklist.count(Answer.NOT_MET),
                checklist.count(Answer.ASK));
    return counts + firstOpen(checklist).map(it -> " Start with: " + it.title() + ".").orElse("");
  }

  /** Returns the step to begin with: the first that is not met, else the first that is open. */
  private static Optional<Item> firstOpen(Checklist checklist) {
    return Stream.of(Answer.NOT_MET, Answer.ASK)
        .flatMap(answer -> checklist.items().stream().filter(it -> it.answer() == answer))
        .findFirst();
  }

  /** Returns how the checklist looks: only one without an open step looks done. */
  private static Verdict look(Checklist checklist) {
    return !checklist.complete()
        ? Verdict.FAIL
        : checklist.count(Answer.ASK) > 0 ? Verdict.NO_VERDICT : Verdict.PASS;
  }

  private static void writeText(Checklist checklist, TextPage page) throws IOException {
    page.paragraph(0, Style.BOLD, TITLE + ":", summary(checklist));
    for (Stage stage : Stage.values()) {
      List<Item> items = checklist.of(stage);
      if (!items.isEmpty()) {
        page.heading(stage.heading());
      }
      for (Item item : items) {
        writeText(item, page);
      }
    }
  }

  private static void writeText(Item item, TextPage page) throws IOException {
    switch (item.answer()) {
      case MET -> page.paragraph(2, Style.GOOD, "[x]", item.title() + ": " + item.why());
      case NOT_MET -> page.paragraph(2, Style.BAD, "[ ]", item.title() + ": not met");
      case ASK -> page.paragraph(2, Style.CAUTION, "[?]", item.title() + ": ask " + item.who());
    }
    if (item.answer() != Answer.MET) {
      page.paragraph(7, item.why());
    }
    if (!item.next().isEmpty()) {
      page.paragraph(7, Style.BOLD, "To do:", item.next());
    }
    if (item.link() != null) {
      page.consent(7, item.link());
    }
    if (item.answer() != Answer.MET) {
      page.paragraph(7, Style.FAINT, "See:", item.source());
    }
  }

  private static void writeMarkdown(Checklist checklist, MarkdownPage page) throws IOException {
    page.block("## " + TITLE);
    page.block("**" + summary(checklist) + "**");
    for (Stage stage : Stage.values()) {
      List<Item> items = checklist.of(stage);
      if (items.isEmpty()) {
        continue;
      }
      page.block("### " + stage.heading());
      for (Item item : items) {
        page.line(markdown(item).replace("\n", "\n  "));
      }
      page.line("");
    }
  }

  private static String markdown(Item item) {
    StringBuilder text = new StringBuilder();
    text.append(item.answer() == Answer.MET ? "- [x] **" : "- [ ] **");
    text.append(escape(item.title())).append("**");
    switch (item.answer()) {
      case MET -> text.append("<br>\n");
      case NOT_MET -> text.append(": not met<br>\n");
      case ASK -> text.append(": ask ").append(escape(item.who())).append("<br>\n");
    }
    text.append(escape(item.why()));
    if (!item.next().isEmpty()) {
      text.append("<br>\n**To do:** ").append(escape(item.next()));
    }
    if (item.link() != null) {
      text.append("<br>\n").append(MarkdownText.consent(item.link()));
    }
    return text.append("<br>\n").append(MarkdownText.link(item.source())).toString();
  }

  private static void writeHtml(Checklist checklist, HtmlPage page) throws IOException {
    Verdict verdict = look(checklist);
    page.head(TITLE, verdict, "To the checklist");
    String band = verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
    page.open("header").open("div", "class", "band " + band);
    page.open("div", "class", "wide").open("div").element("h1", TITLE);
    page.element("p", summary(checklist), "class", "lead");
    page.markup("</div></div></div></header>\n<main id=\"main\">\n");
    for (Stage stage : Stage.values()) {
      List<Item> items = checklist.of(stage);
      if (items.isEmpty()) {
        continue;
      }
      page.open("section").element("h2", stage.heading()).markup("\n");
      for (Item item : items) {
        writeHtml(item, page);
      }
      page.closeLine("section");
    }
    page.markup("</main>\n<footer>").element("p", ToolInfo.NAME + " " + ToolInfo.version() + ".");
    page.markup("</footer>\n</body>\n</html>\n");
  }

  private static void writeHtml(Item item, HtmlPage page) throws IOException {
    Severity look =
        switch (item.answer()) {
          case MET -> Severity.INFO;
          case NOT_MET -> Severity.ERROR;
          case ASK -> Severity.WARNING;
        };
    page.open("article", "class", "finding " + look.id(), "id", item.id()).markup("<h4>");
    boolean met = item.answer() == Answer.MET;
    page.open("span", "class", met ? "chip met" : "chip " + look.id());
    if (met) {
      HtmlIcons.write(Verdict.PASS, page);
    } else {
      HtmlIcons.write(look, page);
    }
    page.text(item.answer() == Answer.NOT_MET ? "not met" : item.answer().id()).close("span");
    page.text(" ").element("b", item.title()).markup("</h4>\n");
    page.open("p").linked(item.why()).closeLine("p");
    if (item.answer() == Answer.ASK) {
      page.markup("<p><b>Ask:</b> ").text(item.who()).closeLine("p");
    }
    if (!item.next().isEmpty()) {
      page.markup("<p class=\"todo\"><b>To do:</b> ").linked(item.next()).closeLine("p");
    }
    if (item.link() != null) {
      page.consent(item.link());
    }
    page.open("p", "class", "advice");
    page.link(item.source());
    page.closeLine("p").closeLine("article");
  }

  private static void writeJson(Checklist checklist, Appendable out) throws IOException {
    try (JsonGenerator json = JsonOutput.indented(out)) {
      json.writeStartObject();
      json.writeNumberField("schemaVersion", SCHEMA_VERSION);
      json.writeArrayFieldStart("items");
      for (Item item : checklist.items()) {
        json.writeStartObject();
        json.writeStringField("id", item.id());
        json.writeStringField("title", item.title());
        json.writeStringField("answer", item.answer().id());
        json.writeStringField("who", item.who());
        json.writeStringField("why", item.why());
        json.writeStringField("next", item.next());
        json.writeStringField("source", item.source());
        if (item.link() != null) {
          json.writeStringField("consentUrl", item.link());
        }
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    out.append('\n');
  }
}
