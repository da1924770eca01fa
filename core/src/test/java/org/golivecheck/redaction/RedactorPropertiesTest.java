package org.golivecheck.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.golivecheck.render.Steering;

class RedactorPropertiesTest {
  private static final String JWT = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ0ZXN0In0.c2lnbmF0dXJl";
  private static final List<String> SECRETS =
      List.of(
          "Bearer " + JWT,
          "slt=" + JWT,
          "{\"password\":\"hunter2secret\"}",
          "password=hunter2secret&",
          "<password>hunter2secret</password>",
          "jo.smith@mail.example.com",
          "192.0.2.201",
          "{\\\"userName\\\":\\\"jo.smith\\\"}");
  private static final List<String> PLANTED =
      List.of("eyJhbGciOi", "c2lnbmF0", "hunter2", "jo.smith", "192.0.2");

  @Property
  void redactingTwiceChangesNothing(@ForAll("texts") String text) {
    String once = redacted(text);

    assertThat(redacted(once)).hasToString(once);
    String secrets = withoutSecrets(text);
    assertThat(withoutSecrets(secrets)).hasToString(secrets);
  }

  @Property
  void resultIsOneCleanLineOfLimitedLength(@ForAll("texts") String text) {
    String once = redacted(text);

    assertThat(once.length()).isLessThanOrEqualTo(Redactor.MAX_LENGTH);
    assertThat(once.codePoints()).noneMatch(Steering::steers);
  }

  @Property
  void plantedSecretsNeverAppear(
      @ForAll("words") String before,
      @ForAll("secrets") String secret,
      @ForAll("texts") String after) {
    String shown = redacted(before + "\n" + secret + "\n" + after);

    assertThat(PLANTED).noneMatch(shown::contains);
  }

  @Property
  void whatNeedsOneLookNeedsNoOther(@ForAll("words") String text) {
    // The at sign ends the fast path. It is not at the end: a quote that is open may contain it.
    String slow = redacted("@ " + text);

    assertThat(slow).isEqualTo("@ " + redacted(text));
  }

  @Property
  void linesOfFilesNeedOneLook(@ForAll("words") String before, @ForAll("lines") String line) {
    String text = before + line;

    assertThat(redacted("@ " + text)).isEqualTo("@ " + redacted(text));
  }

  @Provide
  Arbitrary<String> lines() {
    return Arbitraries.of(
        ".ndjson:12", "a.log:1204", ".token:12345678", "-password:9", ".cvv:123", "section_end:1");
  }

  @Provide
  Arbitrary<String> secrets() {
    return Arbitraries.of(SECRETS);
  }

  /** Text as messages have it, in which nothing is to be hidden at first sight. */
  @Provide
  Arbitrary<String> words() {
    return Arbitraries.of(
            "a",
            "Envelope",
            "token",
            "basic",
            "bearer",
            "Basic",
            "NTLM",
            "oauth",
            "negotiate",
            "(555) 555-0100",
            "password",
            " is ",
            "p@ss1",
            "s3cr3t",
            "eyJ",
            "7",
            "v2.1",
            "10.0.2",
            "): ",
            "_",
            ".",
            "/",
            "-",
            " ",
            ", ",
            "(",
            ")",
            "'",
            "GUID",
            "1a2b3c4d-5e6f-7081-92a3-b4c5d6e7f809")
        .list()
        .ofMaxSize(15)
        .map(parts -> String.join("", parts));
  }

  /** Pieces that mean something to a detector, and any characters between them. */
  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "password",
            "access",
            " is ",
            "s3cr3t",
            "//a:b@c",
            "\n ",
            "cookie:",
            " code",
            "name",
            "email",
            "authorization",
            "phone",
            "token",
            "code",
            "=",
            ":",
            " ",
            "\n",
            "\"",
            "'",
            "\\",
            "\\\"",
            "[",
            "]",
            "{",
            "}",
            "<",
            ">",
            "</",
            "/>",
            "<password>",
            "</password>",
            "<![CDATA[",
            "]]>",
            "%3D",
            "%26",
            "%40",
            "@",
            "&",
            ".",
            "-",
            "eyJ",
            "Bearer ",
            "Basic ",
            "://",
            "-----BEGIN ",
            "-----END ",
            "-----",
            "[secret]",
            "[personal]",
            "[token]",
            "[email]",
            "[omitted]",
            "XXX",
            "...",
            "1.2.3.4",
            "56",
            "::",
            "2001:db8",
            "example.com",
            "A".repeat(59),
            "- ".repeat(240),
            "Smith",
            "\u001b[31m",
            "\u202e",
            "\u200b",
            "\ud83d\ude00");
    return Arbitraries.oneOf(pieces, pieces, pieces, Arbitraries.strings().ofMaxLength(5))
        .list()
        .ofMaxSize(25)
        .map(parts -> String.join("", parts));
  }

  private static String redacted(String text) {
    return new Redactor().redact(text).toString();
  }

  private static String withoutSecrets(String text) {
    return Redactor.secretsOnly().redact(text).toString();
  }
}
