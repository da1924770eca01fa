package org.golivecheck.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.golivecheck.redaction.find.SensitiveText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {
  private static final String JWT =
      "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ0ZXN0In0.c2lnbmF0dXJlLW9mLXRlc3Q";
  private static final Pattern MESSAGE =
      Pattern.compile(
          "(?i)\"(?:\\w*message|error_description)\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final long MIN_NANOS = 50_000_000;
  private static final String BASE64 =
      "JVBERi0xLjQKJcOkw7zDtsOfCjIgMCBvYmoKPDwvTGVuZ3RoIDMgMCBSL0ZpbHRlci9GbGF0ZURlY29k";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "GET",
        "USER_LACKS_PERMISSIONS",
        "/restapi/v2.1/accounts/{accountId}/envelopes/{envelopeId}",
        "/restapi/v2.1/accounts/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0/envelopes/1a2b3c4d-5e6f-7081-92a3-b4c5d6e7f809/recipients",
        "logs.zip!07_OK_GetEnvelope.txt",
        "C:\\logs\\2026-11-23 10:15:30.txt",
        "00_OK_GetEnvelopeDocumentVisibilityForRecipientAndOtherThings2.txt",
        "01_BadRequest_CreateEnvelopeRecipientView_1A2b3c4D-5e6f-7081-92a3-b4c5d6e7f809.txt",
        "/Users/Shared/Projects/DocuSignIntegration/GoLiveLogs/November/ProductionAccount/All",
        "Swagger-Codegen/v2.1/6.8.0/Java/17.0.1",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/126.0.6478.127",
        "The access token provided is expired, revoked or malformed.",
        "AUTHORIZATION_INVALID_TOKEN: The access token provided is expired.",
        "Basic authentication is required",
        "Your Basic plan does not allow this",
        "Bearer token is missing",
        "Bearer realm=\"docusign\", error=\"invalid_token\"",
        "{\"passwordRules\":\"strong\",\"accessCodeRequired\":\"false\",\"token_type\":\"bearer\"}",
        "phoneAuthResult: failed",
        "{\"errorCode\":\"CODE: X\",\"message\":\"The value is invalid.\"}",
        "Invalid value specified for property name.",
        "HTTP status code=400, t=7",
        "password: [omitted]",
        "\"password\":\"[******]\"",
        "Password=[FILTERED]&x=1",
        "Authorization: XXX",
        "Authorization: [redacted]",
        "\"password\":null, \"newPassword\":\"\"",
        "usage: <email> <userName>",
        "std::vector Foo::bad Envelopes:get 10:15:30",
        "Trace 1.2.3 v1.2.3.4 256.1.1.1 1.2.3.4.5",
        "00:1a:2b:3c:4d:5e",
        "@mention a@b npm@10.2.0",
        "Mozilla/5.0 (X11) Chrome/131.0.0.0 Safari/537.36",
        "DocuSign.eSign, Version=6.6.1.0, Culture=neutral",
        "{\"sdkVersion\":\"6.6.1.0\"}",
        "Invalid token: The token has expired",
        "INVALID_PASSWORD: The password is wrong",
        "12345678-1234-4123-8123-411111111111",
        "2026-11-28 05:30:15.1234567 +01:00",
        "see //host:443/path, //a:b and // note: mail to a @ b",
        "The password is required, the token is expired, your password is wrong.",
        "the password was reset 3 times; The access token is not from 2026-11-28T10:15:30Z",
        "token is base64, secret is HmacSHA256, token is OAuth2.0, password is 'not set'",
        "GET /oauth/token HTTP/1.1",
        "Trace token 1a2b3c4d-5e6f-7081-92a3-b4c5d6e7f809 was token 3 of 5",
        "the trace token is 1a2b3c4d-5e6f-7081-92a3-b4c5d6e7f809",
        "Token was valid for 28800 seconds, 3600s or 1500ms; token was 28800 seconds old",
        "error code is 4001, status code 400, integration key 1a2b3c4d-5e6f-7081-92a3-b4c5d6e7f809",
      })
  void harmlessTextStays(String text) {
    assertThat(redacted(text)).hasToString(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '`',
      ignoreLeadingAndTrailingWhitespace = true,
      textBlock =
          """
          eyJ0eXAi.eyJzdWIi.c2ln -> [token]
          eyJ0eXAiOiJNVCIsImFsZyI6 was cut -> [token] was cut
          got eyJ0eXAi.AQYAAAABAAUABwAA. -> got [token].
          x%20eyJ0eXAi.AQYA.AAA/next -> x%20[token]
          Bearer abc -> Bearer [token]
          bearer AQIDBA~._-+/= ok -> bearer [token] ok
          Bearer%20abcdef -> Bearer%20[token]
          Basic dXNlcjpzZWNyZXQ= -> Basic [secret]
          basic dXNlcjpzZWNyZXQ -> basic [secret]
          Basic user:pw -> Basic [secret]
          https://user:p@ss@demo.docusign.net/x -> https://[secret]@demo.docusign.net/x
          proxy=//user:pw@proxy:8080/ -> proxy=//[secret]@proxy:8080/
          via "//user:p@ss@host/x" -> via "//[secret]@host/x"
          %2F%2Fuser%3Apw%40host.example.com -> %2F%2F[secret]%40host.example.com
          Authorization: Digest a, b, c -> Authorization: [secret]
          -H 'Cookie: sid=1; x=2' -v -> -H 'Cookie: [secret]' -v
          answered 400 Authorization=Bearer abc: m -> answered 400 Authorization=[secret]
          sent Set-Cookie: a=1; sid=2 -> sent Set-Cookie: [secret]
          Cookie: "sid=1; x=2" -> Cookie: "[secret]"
          Cookie: "sid=1"; y="2" -> Cookie: "[secret]"
          X-DocuSign-Authentication: "{"Password":"p"}" -> X-DocuSign-Authentication: "[secret]"
          'X-Api-Key', 'abcdefgh12' -> 'X-Api-Key', '[secret]'
          X-DocuSign-Edit: {"LockToken":"abc"} -> X-DocuSign-Edit: [secret]
          X-DocuSign-Authentication: <Password>a b</Password> -> X-DocuSign-Authentication: [secret]
          password=hunter2 -> password=[secret]
          (password=hunter2). -> (password=[secret]).
          Password: hunter2, try again -> Password: [secret], try again
          password => hunter2 -> password => [secret]
          --password=hunter2 -> --password=[secret]
          access code: 1234 -> access code: [secret]
          {"password":"a\\"b","x":"y"} -> {"password":"[secret]","x":"y"}
          {"password":"a\\\\","x":"y"} -> {"password":"[secret]","x":"y"}
          {"b":"{\\"password\\":\\"a\\\\\\"b\\",\\"x\\":1}"} -> {"b":"{\\"password\\":\\"[secret]\\",\\"x\\":1}"}
          {'api_password': u'a', 'x': 1} -> {'api_password': u'[secret]', 'x': 1}
          {"password": "never closed -> {"password": "[secret]
          {"cvNumber":123,"x":1} -> {"cvNumber":[secret],"x":1}
          {"creditCardInformation":{"a":["}"]},"x":1} -> {"creditCardInformation":[secret],"x":1}
          password=[secret]more -> password=[secret]
          "documentBase64":"QUJD" -> "documentBase64":"[secret]"
          <Password>a b</Password> -> <Password>[secret]</Password>
          <ds:password x="1">a</ds:password> -> <ds:password x="1">[secret]</ds:password>
          <password><![CDATA[a<b]]></password> -> <password>[secret]</password>
          <password>cut off -> <password>[secret]
          ?code=abc&state=xyz&ti=1234&slt=q&x=1 -> ?code=[secret]&state=[secret]&ti=[secret]&slt=[secret]&x=1
          r=https%3A%2F%2Fx%2F%3Fcode%3Dabc%26x%3D1 -> r=https%3A%2F%2Fx%2F%3Fcode%3D[secret]%26x%3D1
          code: INVALID_REQUEST -> code: INVALID_REQUEST
          client_secret=abc&grant_type=x -> client_secret=[secret]&grant_type=x
          a\\nAuthorization: Bearer q\\nHost: x -> a\\nAuthorization: [secret]\\nHost: x
          Cookie: a=1;\\r\\n x=2\\r\\nHost: x -> Cookie: [secret]\\r\\nHost: x
          Cookie: a=1;\\n\\tx=2\\nHost: x -> Cookie: [secret]\\nHost: x
          password is hunter2 -> password is [secret]
          The password was 'hunter2'. -> The password was '[secret]'.
          new password is: p@ssword, log in -> new password is: [secret], log in
          {"m":"password is \\"hunter2\\""} -> {"m":"password is \\"[secret]\\""}
          Your access code is 123456. -> Your access code is [secret].
          login as ann with password hunter2 failed -> login as ann with password [secret] failed
          the access token 7Qx9v2LmZt4k is invalid -> the access token [secret] is invalid
          Invalid API key f00dfeedcafe1234! -> Invalid API key [secret]!
          lock token 1a2b3c4d-5e6f-7081-92a3-b4c5d6e7f809 -> lock token [secret]
          password%20is%20hunter2 -> password%20is%20[secret]
          """)
  void secretsAreAlwaysHidden(String text, String expected) {
    assertThat(redacted(text)).hasToString(expected);
    assertThat(withoutSecrets(text)).hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '`',
      textBlock =
          """
          Unknown user jo.o'brien+x@mail.example.com. -> Unknown user [email].
          'jo@example.com' -> '[email]'
          <jo@example.com> -> <[email]>
          mailto:jo%40example.com?x -> mailto:[email]?x
          jö@exämple.de -> [email]
          from 192.0.2.17:443 -> from [address]:443
          for=192.0.2.17, 198.51.100.1. -> for=[address], [address].
          ip:2001:db8::1: refused -> ip:[address]: refused
          http://[::1]:80/ -> http://[[address]]:80/
          by ::ffff:192.0.2.1 fe80::1%eth0 2001:db8:0:0:1:2:3:4 -> by [address] [address] [address]
          X-Forwarded-For: unknown -> X-Forwarded-For: [personal]
          userName: John Smith is unknown -> userName: [personal] is unknown
          user_name=John%20Smith&x=1 -> user_name=[personal]&x=1
          phone: +1 (555) 010-9999, or -> phone: [personal], or
          Phone number: 555 0100 x -> Phone number: [personal] x
          {"name":"John Smith","id":"7"} -> {"name":"[personal]","id":"7"}
          <Name>John</Name> -> <Name>[personal]</Name>
          """)
  void personalDataIsHiddenByDefaultOnly(String text, String expected) {
    assertThat(redacted(text)).hasToString(expected);
    assertThat(withoutSecrets(text)).hasToString(text);
  }

  @Test
  void guidsStayBecauseEvidenceNeedsThem() {
    String text =
        "Envelope 1a2b3c4d-5e6f-7081-92a3-b4c5d6e7f809: account"
            + " 0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0, userId=5d5d5d5d-0000-4000-8000-000000000001";

    assertThat(redacted(text)).hasToString(text);
  }

  @Test
  void privateKeysGoWholeAlsoWhenCutOff() {
    String body = "-----BEGIN RSA PRIVATE KEY-----\nMIIEow\nIBAAKC\n";

    assertThat(redacted("a " + body + "-----END RSA PRIVATE KEY----- b")).hasToString("a [key] b");
    assertThat(redacted("a " + body)).hasToString("a [key]");
    assertThat(redacted("{\"key\":\"" + body + "\",\"status\":\"sent\"}"))
        .hasToString("{\"key\":\"[key]\",\"status\":\"sent\"}");
    assertThat(redacted("<key>" + body + "</key><status>sent</status>"))
        .hasToString("<key>[key]</key><status>sent</status>");
  }

  @Test
  void longBase64GoesWithTheLinesThatContinueIt() {
    assertThat(redacted("data " + BASE64 + "== end")).hasToString("data [secret] end");
    assertThat(redacted(BASE64 + "\n" + BASE64 + "\nQUJD=\nthe end"))
        .hasToString("[secret] the end");
    assertThat(redacted("A".repeat(61))).hasToString("[secret]");
    assertThat(redacted("A".repeat(60))).hasToString("A".repeat(60));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '`',
      textBlock =
          """
          Authorization: Bearer|  q1w2|Host: x -> Authorization: [secret] Host: x
          Set-Cookie: a=1;|\tsid=2;|  Path=/|Host: x -> Set-Cookie: [secret] Host: x
          Authorization: Digest username="a",|  realm="b" -> Authorization: [secret]
          Authorization:|  Bearer q1w2 -> Authorization: [secret]
          |  Cookie: a=1|  Accept: b -> Cookie: [secret] Accept: b
          |  Cookie: a=1|  'Accept': b -> Cookie: [secret] 'Accept': b
          |  Cookie: a=1|  }, -> Cookie: [secret] },
          Cookie: a=1||  body -> Cookie: [secret] body
          -H 'Cookie: a=1'|  x=1 -> -H 'Cookie: [secret]' x=1
          Cookie: a=1|  at com.example.A.b(A.java:1) -> Cookie: [secret] at com.example.A.b(A.java:1)
          """)
  void aSecretHeaderEndsWithItsFoldedLines(String text, String expected) {
    String lines = text.replace("\\t", "\t");

    assertThat(redacted(lines.replace("|", "\n"))).hasToString(expected);
    assertThat(redacted(lines.replace("|", "\r\n"))).hasToString(expected);
    assertThat(redacted(redacted(lines.replace("|", "\n")))).hasToString(expected);
  }

  @Test
  void noTextOfTheCataloguesOrMessageOfTheFixturesIsTakenForASecret() throws IOException {
    Path main = Path.of("src/main/resources/org/golivecheck");
    List<String> texts = new ArrayList<>();
    for (String table :
        List.of("rule/error/errors.tsv", "rule/error/words.tsv", "rule/rules.tsv")) {
      texts.addAll(List.of(Files.readString(main.resolve(table)).split("[\t\n]")));
    }
    try (Stream<Path> fixtures = Files.walk(Path.of("src/test/resources"))) {
      for (Path file : fixtures.filter(Files::isRegularFile).toList()) {
        MESSAGE
            .matcher(Files.readString(file, StandardCharsets.ISO_8859_1))
            .results()
            .forEach(message -> texts.add(message.group(1)));
      }
    }
    // Remedies that show a parameter or header, and messages that contain a log.
    texts.removeIf(text -> text.matches(".*(state=|JWT: |Authorization: ).*"));

    assertThat(texts).hasSizeGreaterThan(5_000);
    assertThat(texts).filteredOn(text -> !SensitiveText.secrets().find(text).isEmpty()).isEmpty();
  }

  @Test
  void lineBreaksAndTabsBecomeOneSpace() {
    assertThat(redacted("\r\na \r\n\t b\u2028c\u0085d\n")).hasToString("a b c d");
  }

  @Test
  void whatSteersATerminalOrHidesIsTakenOut() {
    assertThat(redacted("a\u001b[31mb\u0000\u009bc\u007f"))
        .hasToString("a\ufffd[31mb\ufffd\ufffdc\ufffd");
    assertThat(redacted("a\u202eb\u2066c\u200bd\ufeffe\u00adf")).hasToString("abcdef");
    assertThat(redacted("a\ud800b\udc00")).hasToString("a\ufffdb\ufffd");
    assertThat(redacted("pass\u200bword\u00a0=\u3000hunter2")).hasToString("password = [secret]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      ignoreLeadingAndTrailingWhitespace = false,
      textBlock =
          """
          ##vso[task.complete]x -> # #vso[task.complete]x
          a ##[group]b -> a # #[group]b
          ###[error] -> ## #[error]
          ##teamcity[buildStop] -> # #teamcity[buildStop]
          ::error::x -> : :error::x
          section_start:1:a -> section_start :1:a
          Foo::bar # c ## d -> Foo::bar # c ## d
          ##eyJ0eXAi.eyJzdWIi.c2ln -> # #[token]
          """)
  void noBuildServerObeysAText(String text, String expected) {
    assertThat(redacted(text.strip())).hasToString(expected.strip());
    assertThat(redacted(expected.strip())).hasToString(expected.strip());
    assertThat(redacted("  " + text.strip())).doesNotContain("##vso[").doesNotStartWith("  ::");
  }

  @Test
  void otherLanguagesAndSymbolsStay() {
    assertThat(redacted("Gültig: 署名 \ud83d\ude00 ok")).hasToString("Gültig: 署名 \ud83d\ude00 ok");
  }

  @Test
  void longTextIsCutBetweenCharactersAndMarks() {
    assertThat(redacted("ab ".repeat(200))).hasSize(Redactor.MAX_LENGTH).endsWith(" ab...");
    assertThat(redacted("\ud83d\ude00".repeat(300))).hasSize(499).endsWith("\ude00...");
    assertThat(redacted("- ".repeat(246) + JWT + " and more")).endsWith("- - ...");
  }

  @Test
  void cutDoesNotLayBareWhatLooksHarmlessBefore() {
    // 1.2.34.5678 is no address, but its first nine characters are.
    String text = "- ".repeat(244) + "1.2.34.5678 - - - - - - -";

    assertThat(redacted(text)).doesNotContain("1.2.3").endsWith("[address]...");
  }

  @Test
  void nullStaysNull() {
    Redactor redactor = new Redactor();

    assertThat((Object) redactor.redactNullable(null)).isNull();
    assertThat((Object) redactor.redactNullable("x")).hasToString("x");
  }

  /** Each of these makes a careless matcher read the rest of the text again and again. */
  static Stream<String> hostilePieces() {
    return Stream.of(
        "a",
        "-",
        ".",
        " ",
        "\n",
        "@",
        "a@",
        "a.",
        "=",
        "\\",
        "\"",
        "'",
        "[",
        "{",
        "<",
        "%40",
        "a%40",
        "%25",
        "&amp;",
        "\\\\",
        "\\u005c",
        "u005c",
        "[0x61]",
        "\"a",
        "4 ",
        "+1 ",
        "DE89",
        "A1",
        "1.1.1.1/",
        "V/1.1.1.1",
        "--- BEGIN \"",
        "-----BEGIN <",
        "xoxb-",
        "jdbc:oracle:",
        "digest ",
        "name=\"password\"\n",
        "YWJjZGVmZ2hpamtsbW5v",
        "cookie:'",
        "eyJ",
        "eyJa.",
        "-----BEGIN ",
        "://",
        "://a:",
        "cookie: a\n ",
        "//",
        "//a:",
        "password is ",
        "password is \"",
        "token \\'",
        "bearer ",
        "Basic ",
        "password",
        "password ",
        "password=",
        "password\\",
        "password\"",
        "\"password\":",
        "password=[",
        "password[",
        "password[a",
        "password: |\n",
        "password: |1",
        "\"password\",",
        "\"password\",\"",
        "'token',\\'",
        "--password ",
        "--password  ",
        "-u ",
        "-u a:",
        "password={\"",
        "<password",
        "<password>",
        "<password>a<b>",
        "<password><![CDATA[",
        "phone: A ",
        "name:",
        "authorization:",
        "1.1 ",
        "1.1.1.",
        "1:",
        "::",
        "a:b::",
        "aA1",
        "aA1/",
        "1\n",
        "\ud83d",
        "\u200b",
        "\u001b[",
        "access ");
  }

  /**
   * Four times the text may take four times as long, give or take what a busy machine adds; a
   * detector that reads on from every place takes sixteen times as long.
   */
  @ParameterizedTest
  @MethodSource("hostilePieces")
  void timeGrowsWithTheLengthOfHostileText(String piece) {
    find(piece, 1 << 14);
    long once = Math.max(find(piece, 1 << 16), MIN_NANOS);
    long four = find(piece, 1 << 18);
    if (four > 10 * once) {
      once = Math.max(find(piece, 1 << 16), MIN_NANOS);
      four = Math.min(four, find(piece, 1 << 18));
    }

    assertThat(four).isLessThan(10 * once);
  }

  private static long find(String piece, int length) {
    String text = piece.repeat(length / piece.length());
    long start = System.nanoTime();
    SensitiveText.all().find(text);
    return System.nanoTime() - start;
  }

  private static String redacted(String text) {
    return new Redactor().redact(text).toString();
  }

  private static String withoutSecrets(String text) {
    return Redactor.secretsOnly().redact(text).toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ENVELOPE_DOES_NOT_EXIST",
        "192.0.2.1",
        "415-555-0100",
        "4111111111111111",
        "ORA-01017",
        "a.b-c_d",
        "AUTHORIZATION_INVALID_TOKEN",
      })
  void anErrorCodeOfOneWordIsShown(String code) {
    assertThat(String.valueOf(new Redactor().redactCode(code))).isEqualTo(code);
    assertThat(String.valueOf(Redactor.secretsOnly().redactCode(code))).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "AKIAIOSFODNN7EXAMPLE, [secret]",
    "eyJ0eXAiOiJNVCJ9.c2VjcmV0LW9mLWphbmU.c2lnbg, [token]",
    "password=hunter2secret, password=[secret]",
    "access_token:hunter2secret, access_token:[secret]",
    "jane@example.com, [email]",
    "call 415-555-0100, call [personal]",
    "##vso[task.x], # #vso[task.x]",
  })
  void anErrorCodeThatIsACredentialOrTextIsNot(String code, String shown) {
    assertThat(String.valueOf(new Redactor().redactCode(code))).isEqualTo(shown);
  }
}
