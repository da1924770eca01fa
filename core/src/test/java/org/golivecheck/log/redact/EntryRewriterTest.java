package org.golivecheck.log.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.golivecheck.log.RemovedKind;
import org.golivecheck.rule.error.ErrorCatalog;
import org.golivecheck.rule.error.ErrorClass;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryRewriterTest {
  private static final String GUID = "9f8e7d6c-5b4a-4938-a716-0a1b2c3d4e5f";

  /** Where the windows that move over a body end, and where the bytes wait for more. */
  private static final int[] WINDOW_ENDS = {98_304, 131_072};

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Pseudonyms pseudonyms = Pseudonyms.of("key");
  private final EntryRewriter rewriter = new EntryRewriter(out, pseudonyms);

  private String body(@Nullable String type, String text, int... cuts) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.reset();
    rewriter.beginBody(type, null);
    int from = 0;
    for (int cut : cuts) {
      rewriter.body(bytes, from, cut);
      from = cut;
    }
    rewriter.body(bytes, from, bytes.length);
    rewriter.endBody();
    assertThat(out.size()).isEqualTo(bytes.length);
    return out.toString(StandardCharsets.UTF_8);
  }

  private String url(String url) throws IOException {
    out.reset();
    rewriter.requestLine("GET ", url, "\r\n");
    return out.toString(StandardCharsets.UTF_8);
  }

  private String header(String line) throws IOException {
    out.reset();
    int colon = line.indexOf(':');
    int from = colon + 1;
    while (from < line.length() && line.charAt(from) == ' ') {
      from++;
    }
    rewriter.header(
        (line + "\r\n").getBytes(StandardCharsets.UTF_8),
        line.substring(0, colon),
        from,
        line.getBytes(StandardCharsets.UTF_8).length);
    assertThat(out.size()).isEqualTo(line.getBytes(StandardCharsets.UTF_8).length + 2);
    return out.toString(StandardCharsets.UTF_8);
  }

  /** Each contains the secret between the marks. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer «abcdef.ghijkl»",
        "{\"message\":\"token «eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl» refused\"}",
        "{\"access_token\":\"«not-a-web-token»\"}",
        "{\"refresh_token\" : \"«0123abcd»\"}",
        "{\"password\":\"«with \\\" quote»\",\"errorCode\":\"X\"}",
        "{\"newPassword\":\"«n3w»\"}",
        "{\"body\":\"{\\\"password\\\":\\\"«inner»\\\",\\\"errorCode\\\":\\\"X\\\"}\"}",
        "{\"lockToken\":\"«abc»\"}",
        "{\"continuationToken\":\"«abc»\"}",
        "{\"accessCode\":\"«4711x»\"}",
        "{\"clientSecret\":\"«abc»\"}",
        "{\"resourceToken\":\"«abc»\"}",
        "{\"hmac\":\"«abc»\"}",
        "{\"documentBase64\":\"«JVBERi0xLjc»\"}",
        "{\"imageBytes\":\"«R0lGODlh»\"}",
        "{\"creditCardInformation\":{\"cardNumber\":\"«4111x»\",\"month\":«12»}}",
        "{\"cvNumber\":«123»}",
        "{\"ssn4\":«1234»,\"errorCode\":\"X\"}",
        "{\"ssn9\":\"«123-45-6789»\"}",
        "{\"dateOfBirth\":\"«1970-01-02»\"}",
        "{\"phoneNumber\":\"«+1 415 555 0100»\"}",
        "{\"phoneNumber\":{\"countryCode\":\"«1»\",\"number\":\"«555 0100»\"}}",
        "{\"smsAuthentication\":{\"senderProvidedNumbers\":[\"«+1 555»\"]}}",
        "{\"email\":\"«ann.lee»\"}",
        "{\"userName\":\"«Ann Lee»\"}",
        "{\"name\":\"«Ann Lee»\",\"recipientId\":\"1\"}",
        "{\"name\":\"«Ánn Ļée»\"}",
        "{\"emailSubject\":\"«Please sign, Ann»\"}",
        "{\"emailBlurb\":\"«Dear Ann»\"}",
        "{\"tabLabel\":\"City\",\"value\":\"«Ann's»\"}",
        "{\"ipAddress\":\"«::1»\"}",
        "{\"payload\":\"«<xml>Ann</xml>»\"}",
        "{\"city\":\"«Springfield»\"}",
        "{\"message\":\"for «ann.lee@example.com».\"}",
        "{\"message\":\"line\\n«ann.lee@example.com».\"}",
        "{\"message\":\"from «192.0.2.17» and «2001:db8::1:2»\"}",
        "{\"url\":\"https://demo.docusign.net/Signing/MTRedeem/v1?slt=«abc»&x=1\"}",
        "<errorDetails><errorCode>X</errorCode><message>«ann@example.com»</message></errorDetails>",
        "<Credentials><Password>«abc»</Password><Username>«ann»</Username></Credentials>",
        "<a:documentBase64>«JVBERi0x»</a:documentBase64>",
        "grant_type=x&assertion=«abc»&client_secret=«def»&code=«ghij»",
        "code_verifier=«abc»&state=«defg»&email=«ann%40example.com»",
        "-----BEGIN RSA PRIVATE KEY-----\r\n«MIIEow»\r\n-----END RSA PRIVATE KEY-----\r\nrest",
        "Authorization: «Basic dXNlcjpwYXNz»\r\nrest",
        "X-DocuSign-Authentication: «{\"Password\":\"abc\"}»\r\nrest",
        "https://«ann:pw»@example.com/",
      })
  void hidesEachKindWhereverItIsCut(String marked) throws IOException {
    String text = marked.replaceAll("[«»]", "");
    String[] parts = marked.split("[«»]", -1);
    String whole = body(null, text);
    assertHidden(whole, parts);
    for (int cut = 1; cut < text.getBytes(StandardCharsets.UTF_8).length; cut++) {
      assertThat(body(null, text, cut)).isEqualTo(whole);
    }
    for (int end = 0; end < WINDOW_ENDS.length; end++) {
      int windowEnd = WINDOW_ENDS[end];
      for (int shift = 5 * end; shift <= text.length(); shift += 10) {
        String filler = "some words \n".repeat(windowEnd / 12 + 1).substring(0, windowEnd - shift);
        String rewritten = body(null, filler + "\n" + text + "\n the end");
        assertThat(rewritten).startsWith(filler).endsWith("\n the end");
        assertHidden(rewritten.substring(filler.length() + 1), parts);
      }
    }
  }

  /** The parts with odd numbers are gone, the others are there. */
  private static void assertHidden(String rewritten, String[] parts) {
    int at = 0;
    for (int i = 0; i < parts.length; i++) {
      if (i % 2 == 1) {
        assertThat(rewritten).doesNotContain(parts[i]);
      } else if (!parts[i].contains("PRIVATE") && !parts[i].contains("{\"Password")) {
        int found = rewritten.indexOf(parts[i], at);
        assertThat(found).as(rewritten + " has " + parts[i]).isNotNegative();
        at = found + parts[i].length();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"passwordRules\":{\"passwordStrengthType\":\"basic\"},\"accessCodeRequired\":\"true\"}",
        "{\"phoneAuthResult\":\"none\",\"token_type\":\"Bearer\",\"expires_in\":28800}",
        "{\"errorCode\":\"BULK_SEND_ENVELOPE_CUSTOM_FIELD_DOES_NOT_EXIST_IN_ENVELOPE\"}",
        "{\"password\":null,\"email\":\"\",\"accessCode\":\"[omitted]\"}",
        "{\"created\":\"2026-11-23T10:11:12.1234567Z\",\"documentId\":\"12\",\"size\":4096}",
      })
  void leavesWhatOnlyLooksSensitive(String text) throws IOException {
    assertThat(body(null, text)).isEqualTo(text);
  }

  @Test
  void leavesTheSentencesOfTheErrorCatalogue() throws IOException {
    int sentences = 0;
    for (ErrorClass row : ErrorCatalog.get().rows()) {
      String sentence = row.messagePattern().replaceAll("\\\\([^a-z])", "$1");
      if (sentence.matches("[A-Za-z0-9 .,:;'/_-]+")) {
        assertThat(body(null, "{\"message\":\"" + sentence + " It is so.\"}")).contains(sentence);
        sentences++;
      }
    }
    assertThat(sentences).isGreaterThan(100);
  }

  @Test
  void hidesADocumentOfManyWindowsAndNothingBehindIt() throws IOException {
    String document = "JVBERi0xLjcK+/9z".repeat(40_000);
    String after = "\",\"documentId\":\"1\",\"errorCode\":\"KEPT\"}";

    String rewritten = body(null, "{\"documentBase64\":\"" + document + after);

    assertThat(rewritten)
        .isEqualTo("{\"documentBase64\":\"" + "*".repeat(document.length()) + after);
    assertThat(rewriter.removals().counts()).containsEntry(RemovedKind.SECRET, 1L);
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"emailBlurb\":\"', 'Dear Ann, ', '\",\"errorCode\":\"KEPT\"}'",
    "'<payload>', 'Dear Ann; ', '</payload><errorCode>KEPT</errorCode>'",
    "'', 'JVBERi0xLjcKabcd', ' KEPT'",
    "'-----BEGIN PRIVATE KEY-----', 'MIIEvgIBADANBgkq\\n', '-----END PRIVATE KEY----- KEPT'",
    "'Bearer ', 'abcdefgh.ijkl', ' KEPT'",
  })
  void hidesLongPartsOfEveryForm(String before, String piece, String after) throws IOException {
    String rewritten = body(null, before + piece.repeat(30_000) + after);

    assertThat(rewritten).endsWith("KEPT" + after.substring(after.indexOf("KEPT") + 4));
    assertThat(rewritten).doesNotContain(piece.substring(0, 8));
  }

  @Test
  void hidesValuesInALongStructureButNotItsNames() throws IOException {
    String item = "{\"number\":\"555 0100\",\"type\":\"x\\\"y\",\"n\":15,\"b\":true},";
    String after = "{}],\"errorCode\":\"KEPT\"}";

    String rewritten = body(null, "{\"phoneNumbers\":[" + item.repeat(5_000) + after);

    assertThat(rewritten).endsWith(after).doesNotContain("555", "x\\\"y", "15").contains("number");
    assertThat(rewritten.split("\"number\":\"\\*{8}\",\"type\":\"\\*{4}\",\"n\":99,\"b\":true", -1))
        .as("all but what lies at the ends of windows")
        .hasSizeBetween(4_990, 5_001);
  }

  @ParameterizedTest
  @CsvSource({
    "application/pdf, %PDF-1.7 Ann Lee",
    "image/png, Ann Lee",
    ", '%PDF-1.7 Ann Lee'",
    "'application/octet-stream', '  Ann Lee'",
  })
  void hidesDocumentsAltogether(String type, String text) throws IOException {
    assertThat(body(type, text)).doesNotContain("Ann").hasSize(text.length());
    assertThat(rewriter.removals().counts()).containsEntry(RemovedKind.DOCUMENT, 1L);
  }

  @Test
  void hidesFilesAndSecretFieldsOfAMultipartBodyWhereverItIsCut() throws IOException {
    String text =
        """
        --abc
        Content-Disposition: form-data; name="client_secret"

        top secret
        --abc
        Content-Type: application/json

        {"email":"ann","status":"sent"}
        --abc
        Content-Disposition: file; filename="Ann Lee.pdf"; documentid=1
        Content-Type: application/pdf

        %PDF Ann

        Lee
        200 OK
        --abcd no delimiter? it begins like one
        --abc--
        """
            .replace("\n", "\r\n");
    String type = "multipart/form-data; boundary=\"abc\"";

    String whole = body(type, text);

    assertThat(whole)
        .doesNotContain("Ann", "ann", "top", "Lee")
        .contains("name=\"client_secret\"", "\"status\":\"sent\"", "documentid=1", "\r\n200 **");
    for (int cut = 1; cut < text.length(); cut++) {
      assertThat(body(type, text, cut)).isEqualTo(whole);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Authorization: Bearer abc, Authorization: Bearer ***",
    "authorization: Bearer [omitted], authorization: Bearer [omitted]",
    "Proxy-Authorization: Basic YTpi, Proxy-Authorization: Basic ****",
    "Cookie: a=b; c=d, Cookie: ********",
    "Set-Cookie: a=b, Set-Cookie: ***",
    "x-csrf-token: abc, x-csrf-token: ***",
    "Postman-Token: abc, Postman-Token: ***",
    "'X-DocuSign-Edit: {\"LockToken\":\"abc\"}', X-DocuSign-Edit: *******************",
    "'X-DocuSign-Authentication: {\"Password\":\"a\"}', X-DocuSign-Authentication:"
        + " ****************",
    "x-forwarded-for-martini: ::1, x-forwarded-for-martini: ***",
    "X-Real-IP: 192.0.2.1, X-Real-IP: *********",
    "Content-Length: 123456789, Content-Length: 123456789",
    "X-RateLimit-Reset: 1795000000, X-RateLimit-Reset: 1795000000",
    "User-Agent: Acme/1.2.3.4 (x), User-Agent: Acme/1.2.3.4 (x)",
    "X-DocuSign-TraceToken: Any-Text.1, X-DocuSign-TraceToken: Any-Text.1",
    "Referer: https://app.docusign.com/home?a=b&start_position=3#x, "
        + "Referer: https://app.docusign.com/home?***&start_position=3#*",
    "Origin: https://example.com, Origin: https://example.com",
  })
  void headersAreTreatedByTheirNames(String line, String expected) throws IOException {
    assertThat(header(line)).isEqualTo(expected + "\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "User-Agent: app (ann@example.com)",
        "X-Anything: for ann@example.com",
        "Location: https://ann@example.com/ann@example.com?email=ann@example.com",
        "X-DocuSign-TraceToken: ann@example.com",
        "Content-Length: ann@example.com",
        "X-DocuSign-Act-As-User: ann@example.com",
      })
  void noHeaderShowsAnAddress(String line) throws IOException {
    assertThat(header(line)).doesNotContain("ann");
  }

  @ParameterizedTest
  @CsvSource({
    "https://na4.docusign.net:8801/restapi/v2.1/accounts/1234567/envelopes?search_text=Ann&count=5,"
        + " 1234567 Ann",
    "https://ann:pw@na4.docusign.net/restapi/v2.1/accounts/4321/users/ann@example.com, ann pw 4321",
    "/restapi/v2.1/accounts/x/envelopes?start_position=ann%40x.example&ann@x.example=5, ann",
    "https://account-d.docusign.com/oauth/auth?code=abcd&state=efgh&x=ann#access_token=ijk, abcd"
        + " efgh ann ijk",
  })
  void urlsShowNothingPersonal(String url, String gone) throws IOException {
    assertThat(url(url)).doesNotContain(gone.split(" ")).doesNotContain(".example");
  }

  @Test
  void urlsKeepHostWordsPagesAndTimes() throws IOException {
    String url =
        "https://demo.docusign.net:8801/restapi/v2.1/accounts/"
            + GUID
            + "/envelopes?from_date=2026-11-01T00%3A00%3A00.1234567Z&start_position=1000000"
            + "&status=sent,completed&count=100";

    assertThat(url(url)).isEqualTo("GET " + url.replace(GUID, pseudonym(GUID)) + "\r\n");
  }

  @Test
  void anIdHasOnePseudonymWhereverItStands() throws IOException {
    String pseudonym = pseudonym(GUID);

    assertThat(pseudonym).isNotEqualTo(GUID).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    assertThat(body(null, "{\"uri\":\"/envelopes/" + GUID + "\"}")).contains(pseudonym);
    assertThat(header("Location: /envelopes/" + GUID)).contains(pseudonym);
    assertThat(url("/restapi/v2.1/accounts/1/envelopes/" + GUID)).contains(pseudonym);
    assertThat(url("/x?envelope_ids=" + GUID + "%2C" + GUID))
        .contains(pseudonym + "%2C" + pseudonym);
    String upper = GUID.toUpperCase(java.util.Locale.ROOT);
    assertThat(body(null, upper)).isEqualTo(pseudonym.toUpperCase(java.util.Locale.ROOT));
    String account = url("/restapi/v2.1/accounts/123456/x").replaceAll(".*accounts/|/x\\s*", "");
    assertThat(account).matches("[1-9][0-9]{5}").isNotEqualTo("123456");
    assertThat(body(null, "{\"accountId\":\"123456\"}")).contains("\"" + account + "\"");
  }

  @Test
  void theTraceTokenOfTheEntryStaysInItsBodies() throws IOException {
    rewriter.traceToken(GUID);

    assertThat(body(null, "{\"referenceId\":\"" + GUID + "\"}")).contains(GUID);
  }

  private String pseudonym(String guid) {
    byte[] bytes = guid.getBytes(StandardCharsets.UTF_8);
    pseudonyms.guid(bytes, 0);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
