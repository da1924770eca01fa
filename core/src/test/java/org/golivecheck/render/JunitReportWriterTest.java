package org.golivecheck.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.golivecheck.render.build.JunitReportWriter.XmlOutput;
import org.golivecheck.report.GoLiveReport;
import org.golivecheck.report.Outcome;
import org.golivecheck.report.Profile;
import org.golivecheck.report.Severity;
import org.golivecheck.report.Verdict;
import org.golivecheck.rule.Rules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class JunitReportWriterTest {
  private static final Schema SCHEMA = schema();

  static Stream<GoLiveReport> fixtures() {
    return ReportFixtures.all().values().stream();
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void reportIsValidByTheSchema(GoLiveReport report) {
    assertValid(Printed.print("junit", report));
  }

  @Property(tries = 200)
  void anyReportIsValidByTheSchema(@ForAll("reports") GoLiveReport report) {
    assertValid(Printed.print("junit", report));
  }

  @Provide
  Arbitrary<GoLiveReport> reports() {
    return ReportArbitraries.reports();
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void numbersOfTheSuiteAreThoseOfItsCases(GoLiveReport report) {
    Element suite = suite(Printed.print("junit", report));

    assertThat(suite.getAttribute("tests")).isEqualTo(count(suite, "testcase"));
    assertThat(suite.getAttribute("failures")).isEqualTo(count(suite, "failure"));
    assertThat(suite.getAttribute("errors")).isEqualTo(count(suite, "error"));
    assertThat(suite.getAttribute("skipped")).isEqualTo(count(suite, "skipped"));
  }

  @Test
  void everyRuleHasACaseAndSoHasTheVerdict() {
    Element suite = suite(Printed.print(ReportFormats.writer("junit"), ReportFixtures.polling()));

    assertThat(names(suite))
        .startsWith("Verdict")
        .containsAll(Rules.all().stream().map(rule -> rule.id() + " " + rule.title()).toList())
        .doesNotHaveDuplicates();
  }

  @Test
  void passingRunHoldsPassingCasesAlone() {
    Element suite = suite(Printed.print("junit", ReportFixtures.passing()));

    assertThat(count(suite, "failure")).isEqualTo("0");
    assertThat(count(suite, "error")).isEqualTo("0");
    assertThat(count(suite, "skipped")).isEqualTo("0");
    assertThat(names(suite)).hasSizeGreaterThan(Printed.RULES.size());
  }

  @Test
  void warningsAreNotLostButFailNothing() {
    Element warned = testcase("passing", "GL-007");

    assertThat(count(warned, "failure")).isEqualTo("0");
    assertThat(warned.getElementsByTagName("system-out").item(0).getTextContent())
        .contains("WARNING", "1 call answered 3xx", "To do: Call the base URI");
  }

  @Test
  void errorsFailTheCaseOfTheirRule() {
    Element failed = testcase("permission-errors", "ER-user-permission");
    Element failure = (Element) failed.getElementsByTagName("failure").item(0);

    assertThat(failure.getAttribute("type")).isEqualTo("ER-user-permission");
    assertThat(failure.getTextContent())
        .contains("USER_LACKS_PERMISSIONS", "account-admin", "logs.zip!62_OK_GetEnvelope.txt");
  }

  @Test
  void findingsOfOneRuleShareOneFailure() {
    ReportBuilder builder = new ReportBuilder(Profile.CLASSIC, Verdict.FAIL);
    IntStream.range(0, 103)
        .forEach(
            number ->
                builder.finding(
                    builder.general("PL-001", "Polled", Severity.ERROR, "No. " + number, "", 1)));

    Element suite = suite(Printed.print("junit", builder.calls(1, Outcome.OK, 200, null).build()));
    Element polled = caseOf(suite, "PL-001");
    Element failure = (Element) polled.getElementsByTagName("failure").item(0);

    assertThat(count(polled, "failure")).isEqualTo("1");
    assertThat(failure.getAttribute("message")).isEqualTo("No. 0 (and 102 more)");
    assertThat(failure.getTextContent()).contains("No. 99").endsWith("... and 3 more findings\n");
  }

  @Test
  void missingVerdictIsAnErrorAndRulesThatSawNoCallAreSkipped() {
    Element suite = suite(Printed.print("junit", ReportFixtures.nothingRead()));

    assertThat(count(caseOf(suite, "Verdict"), "error")).isEqualTo("1");
    assertThat(count(suite, "skipped")).isEqualTo("" + Printed.RULES.size());
  }

  @Test
  void noCharacterThatXmlCannotHoldIsPrinted() throws IOException {
    StringBuilder out = new StringBuilder();
    XmlOutput xml = new XmlOutput(out);
    xml.start("a");
    xml.attribute("b", "\u0001<&\">\uffff\ufffe\ud83d");
    xml.attribute("c", null);
    xml.end("\u0000]]>\udc00\n\t\ud83d\ude00\u000b");

    assertThat(out.toString())
        .endsWith(
            "<a b=\"\ufffd&lt;&amp;&quot;&gt;\ufffd\ufffd\ufffd\">"
                + "\ufffd]]&gt;\ufffd\n\t\ud83d\ude00\ufffd</a>\n");
  }

  private static Element testcase(String report, String rule) {
    return caseOf(suite(Printed.print("junit", ReportFixtures.all().get(report))), rule);
  }

  private static Element caseOf(Element suite, String rule) {
    NodeList cases = suite.getElementsByTagName("testcase");
    return IntStream.range(0, cases.getLength())
        .mapToObj(index -> (Element) cases.item(index))
        .filter(element -> element.getAttribute("name").startsWith(rule))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> names(Element suite) {
    NodeList cases = suite.getElementsByTagName("testcase");
    return IntStream.range(0, cases.getLength())
        .mapToObj(index -> ((Element) cases.item(index)).getAttribute("name"))
        .toList();
  }

  private static String count(Element element, String name) {
    return "" + element.getElementsByTagName(name).getLength();
  }

  private static Element suite(String printed) {
    try {
      return (Element)
          DocumentBuilderFactory.newDefaultInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(printed)))
              .getElementsByTagName("testsuite")
              .item(0);
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new AssertionError(printed, e);
    }
  }

  private static void assertValid(String printed) {
    assertThatCode(
            () -> SCHEMA.newValidator().validate(new StreamSource(new StringReader(printed))))
        .as(printed)
        .doesNotThrowAnyException();
  }

  private static Schema schema() {
    try {
      return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
          .newSchema(JunitReportWriterTest.class.getResource("junit.xsd"));
    } catch (SAXException e) {
      throw new IllegalStateException("junit.xsd is no schema", e);
    }
  }
}
