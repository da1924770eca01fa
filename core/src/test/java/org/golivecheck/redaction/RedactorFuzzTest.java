package org.golivecheck.redaction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.golivecheck.log.ReadLog;
import org.golivecheck.render.Steering;
import org.junit.jupiter.params.provider.MethodSource;

/** Any text becomes one clean line, from which nothing more is to be taken. */
class RedactorFuzzTest {

  static Stream<byte[]> seeds() {
    return ReadLog.andFixtures(
        Stream.of(
                "Authorization: Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ0ZXN0In0.c2lnbmF0dXJl",
                "{\"password\":\"hunter2\",\"userName\":\"jo\"} jo.smith@mail.example.com",
                "{\\\"userName\\\":\\\"jo\\\"} password=a&client_secret=b <password>c</password>",
                "password is hunter2, token a1b2c3d4 //ann:hunter2@host Cookie: a=1\n b=2",
                "192.0.2.1 2001:db8::1 \u001b[31m\u202e\u0000",
                "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----",
                "JVBERi0xLjcK".repeat(20),
                "{\"a\":\"b@c.example.com\",".repeat(400),
                "1e9a0f2c-1111-2222-3333-444455556666 \ud83d\ude00e\u0301")
            .map(text -> text.getBytes(UTF_8)),
        2 * Redactor.MAX_LENGTH);
  }

  @DictionaryEntries({
    "Bearer ",
    "eyJ",
    "password",
    "\\\"userName\\\":\\\"",
    "@example.com",
    "<email>",
    "192.0.2.",
    "::",
    "-----BEGIN",
    "password is ",
    "access token ",
    "Cookie: a\\n ",
    "//a:b@c",
    "\\\\\\\""
  })
  @MethodSource("seeds")
  @FuzzTest
  void anyTextBecomesOneCleanLine(byte[] bytes) {
    String text = new String(bytes, UTF_8);
    for (Redactor redactor : new Redactor[] {new Redactor(), Redactor.secretsOnly()}) {
      String once = redactor.redact(text).toString();

      assertThat(once.length()).isLessThanOrEqualTo(Redactor.MAX_LENGTH);
      assertThat(once.codePoints()).noneMatch(Steering::steers);
      assertThat(redactor.redact(once).toString()).isEqualTo(once);
    }
  }
}
