package org.golivecheck.call.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.golivecheck.call.ItemError;
import org.golivecheck.call.body.ItemErrorScanner.ErrorWords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ItemErrorScannerTest {

  /** Single quotes stand for double ones. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "{'errorDetails':{'errorCode':'X','message':'m'}}                  | X(m)",
        "{'ERRORDETAILS':{'ERRORCODE':'X','MESSAGE':'m'}}                  | X(m)",
        "{'errorDetails':{'message':'m','errorCode':'X'}}                  | X(m)",
        "{'errorDetails':{'errorCode':'X'}}                                | X()",
        "{'errorDetails':[{'errorCode':'X'},{'errorCode':'Y'}]}            | X(), Y()",
        "{'a':[[{'b':{'errorDetails':{'errorCode':'X'}}}]]}                | X()",
        "{'errorDetails':{'errorDetails':{'errorCode':'Y'},'errorCode':'X'}} | Y(), X()",
        "{'errorDetails':{'inner':{'errorCode':'no'},'errorCode':'X'}}     | X()",
        "{'\\u0065rrorD\\u0065tails':{'e\\u0072\\u0072orCode':'\\u0058'}}  | X()",
        "{'errorDetails':{'errorCode':'X','message':'a\\'b\\\\\\u00e9\\/'}} | X(a'b\\é/)",
        "{'errorDetails':{'errorCode':103}}                                | 103()",
        "{'errorDetails':{'errorCode':'','errorCode':'X'}}                 | X()",
        "{'errorDetails':{'errorCode':' X '}}                              | X()",
        "{'errorDetails':{'errorCode':'X'                                  | X()",
        "{'errorDetails':['ENVELOPE_IS_INCOMPLETE: no']}                   | ENVELOPE_IS_INCOMPLETE(ENVELOPE_IS_INCOMPLETE: no)",
        "{'errorDetails':['NOT_SENT']}                                     | NOT_SENT(NOT_SENT)",
        "{'errorDetails':['A list is empty','']}                           | -(A list is empty)",
        "{'errorDetails':['REST failed']}                                  | -(REST failed)",
        "{'docGenErrors':[{'tagIdentifier':'t','errorCode':'E','message':'m'}]} | E(m)",
        "{'recipientSigningUriError':'RECIPIENT_NOT_IN_SEQUENCE'}          | RECIPIENT_NOT_IN_SEQUENCE(RECIPIENT_NOT_IN_SEQUENCE)",
        "{'error_details':{'error':'e','error_description':'d'}}           | e(d)",
        "{'batchId':'1','errors':['E_ONE'],'errorDetails':['text']}        | -(text), E_ONE(E_ONE)",
        "{'errors':['E_ONE'],'batchId':'1'}                                | E_ONE(E_ONE)",
        "{'batchId':'1','failed':'2','queued':'0'}                         | -(Failed in the batch: 2)",
        "{'failed':2,'batchId':'1'}                                        | -(Failed in the batch: 2)",
        "{'canBeSent':false,'validationErrors':['V_ONE']}                  | V_ONE(V_ONE)",
        "{'validationErrorDetails':['why'],'canBeSent':'False'}            | -(why)",
        "{'errorMessage':'B_ONE: x','recipientEmails':['a@example.com']}   | B_ONE(B_ONE: x)",
        "<a><errorDetails><errorCode>X</errorCode><message>m</message></errorDetails></a> | X(m)",
        "<a xmlns:q='u'><q:ErrorDetails a='>'><q:errorCode b='/>'>X</q:errorCode></q:ErrorDetails></a> | X()",
        "<errorDetails><message>m</message><errorCode><![CDATA[X>]]></errorCode></errorDetails> | X>(m)",
        "<e><errorDetails><i><errorCode>X</errorCode></i><i><errorCode>Y</errorCode></i></errorDetails></e> | X(), Y()",
        "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY e 'x'>]><errorDetails><errorCode>&e;</errorCode></errorDetails> | &e;()",
        "<ERRORDETAILS><ERRORCODE>X</ERRORCODE></ERRORDETAILS>             | X()",
        "<errordetails><errorcode>X</errorcode></errordetails>             | X()",
        "<errorDetails><errorCode>X</errorCode>                            | X()"
      })
  void errorIsFound(String body, String expected) {
    assertThat(shown(scan(body))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{'errorDetails':null}",
        "{'errorDetails':''}",
        "{'errorDetails':'text of a webhook delivery'}",
        "{'errorDetails':{}}",
        "{'errorDetails':[]}",
        "{'errorDetails':['', ' ', 'SUCCESS', null]}",
        "{'errorDetails':{'errorCode':'','message':'SUCCESS'}}",
        "{'errorDetails':{'errorCode':'  ','message':'m'}}",
        "{'errorDetails':{'errorCode':null,'message':'m'}}",
        "{'errorDetails':{'errorCode':'success','message':'m'}}",
        "{'errorDetails':{'errorCode':'Success'}}",
        "{'errorDetails':{'message':'m'}}",
        "{'errorDetails':{'error':'no code here'}}",
        "{'errorCode':'X','message':'at the root'}",
        "{'text':'\\'errorDetails\\':{\\'errorCode\\':\\'X\\'}'}",
        "{'a':'errorDetails','b':{'errorCode':'X'}}",
        "['errorDetails',{'errorCode':'X'}]",
        "{'errorDetailsX':{'errorCode':'X'}}",
        "{'docGenErrors':[]}",
        "{'recipientSigningUriError':''}",
        "{'recipientSigningUriError':null}",
        "{'error_details':{'error':'','error_description':'d'}}",
        "{'errors':['E_ONE']}",
        "{'batchId':'1','errors':[]}",
        "{'batchId':'1','failed':'0'}",
        "{'batchId':'1','failed':'none'}",
        "{'batches':[{'batchId':'1'},{'failed':'1'}]}",
        "{'failed':'3'}",
        "{'canBeSent':true,'validationErrors':['V_ONE']}",
        "{'canBeSent':false,'validationErrors':[]}",
        "{'validationErrors':['V_ONE']}",
        "{'errorMessage':'x'}",
        "{'errorMessage':'','recipientEmails':[]}",
        "text with errorDetails {'errorDetails':{'errorCode':'X'}}",
        "<errorDetails/>",
        "<a><errorDetails></errorDetails><errorCode>X</errorCode></a>",
        "<errorDetails><errorCode></errorCode></errorDetails>",
        "<errorDetails><errorCode>SUCCESS</errorCode></errorDetails>",
        "<errorDetails><errorCode/><message>m</message></errorDetails>",
        "<a><!-- <errorDetails><errorCode>X</errorCode></errorDetails> --></a>",
        "<a><![CDATA[<errorDetails><errorCode>X</errorCode></errorDetails>]]></a>",
        "<a b='<errorDetails><errorCode>X</errorCode></errorDetails>'/>"
      })
  void successIsNoError(String body) {
    assertThat(shown(scan(body))).isEmpty();
  }

  @Test
  void onlyAFewDifferentErrorsAreKept() {
    String items =
        java.util.stream.IntStream.range(0, 40)
            .mapToObj(i -> "{'errorDetails':{'errorCode':'X" + i / 3 + "'}}")
            .collect(Collectors.joining(","));

    assertThat(shown(scan("[" + items + "]"))).isEqualTo("X0(), X1(), X2(), X3(), X4()");
  }

  @Test
  void longTextIsCutAtWholeCharacters() {
    String message = "a" + "😀".repeat(300);

    List<ItemError> errors = scan("{'errorDetails':{'errorCode':'X','message':'" + message + "'}}");

    assertThat(errors.get(0).message()).isEqualTo("a" + "😀".repeat(99));
  }

  @Test
  void deepNestingIsSurvivedAndErrorsAroundItAreFound() {
    String deep =
        "[".repeat(200_000) + "{'errorDetails':{'errorCode':'DEEP'}}" + "]".repeat(200_000);
    String error = "{'errorDetails':{'errorCode':'X'}}";

    assertThat(shown(scan("[" + deep + "," + error + "]"))).isEqualTo("X()");
  }

  @Test
  void nestingUpToTheLimitIsScanned() {
    String error = "{'errorDetails':{'errorCode':'X'}}";

    assertThat(shown(scan("[".repeat(998) + error))).isEqualTo("X()");
    assertThat(shown(scan("[".repeat(999) + error))).isEmpty();
  }

  @Test
  void errorFarIntoALargeBodyIsFound() {
    String items = "{'uri':'/a','text':'\\n','n':[1,2.5e10,true]},".repeat(20_000);

    assertThat(shown(scan("[" + items + "{'errorDetails':{'errorCode':'X'}}]"))).isEqualTo("X()");
  }

  @Test
  void scannerForgetsTheBodyBefore() {
    ItemErrorScanner scanner = new ItemErrorScanner(10);
    scan(scanner, "{'errorDetails':{'errorCode':'X'}}", 1_000);

    assertThat(scan(scanner, "{'errorDetails':", 1_000)).isEmpty();
    assertThat(scan(scanner, "{'errorCode':'Y'}}", 1_000)).isEmpty();
  }

  @Property
  void sizeOfPartsDoesNotMatter(
      @ForAll("bodies") String body, @ForAll @IntRange(min = 1, max = 50) int size) {
    // The blanks make the scanner leave its head buffer, so that parts reach the token scan.
    String large = " ".repeat(64 * 1024) + body;

    assertThat(scan(new ItemErrorScanner(5), large, size))
        .isEqualTo(scan(new ItemErrorScanner(5), body, body.length() + 1));
  }

  @Property
  void wordsAreSeenWhereAPlainSearchSeesThem(@ForAll("bodies") String body) {
    byte[] bytes = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    String lower = body.toLowerCase(Locale.ROOT);
    boolean expected = lower.contains("error") || lower.contains("batch") || lower.contains("\\u");

    assertThat(ErrorWords.mayOccur(bytes, 0, bytes.length)).isEqualTo(expected);
  }

  @Provide
  Arbitrary<String> bodies() {
    return Arbitraries.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "'errorDetails'",
            "'errorCode'",
            "'batchId'",
            "'errors'",
            "'failed'",
            "'X'",
            "'a\\'b'",
            "'\\u0065'",
            "1",
            "false",
            " ",
            "e",
            "rr",
            "t",
            "c",
            "é",
            "<errorDetails>",
            "<errorCode>",
            "X",
            "</errorCode>",
            "</errorDetails>",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "\\",
            "'",
            "<",
            ">",
            "BATC",
            "h",
            "ERRO",
            "R")
        .list()
        .ofMaxSize(40)
        .map(parts -> String.join("", parts));
  }

  private static List<ItemError> scan(String body) {
    return scan(new ItemErrorScanner(1_000), body, 1 << 20);
  }

  private static List<ItemError> scan(ItemErrorScanner scanner, String body, int size) {
    byte[] bytes = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    scanner.start();
    for (int at = 0; at < bytes.length; at += size) {
      scanner.accept(bytes, at, Math.min(at + size, bytes.length));
    }
    return scanner.finish();
  }

  private static String shown(List<ItemError> errors) {
    return errors.stream()
        .map(error -> error.code() + "(" + error.message().replace('"', '\'') + ")")
        .collect(Collectors.joining(", "));
  }
}
