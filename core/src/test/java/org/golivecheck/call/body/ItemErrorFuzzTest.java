package org.golivecheck.call.body;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.stream.Stream;
import org.golivecheck.call.ItemError;
import org.junit.jupiter.params.provider.MethodSource;

/** Any body of a success is scanned, with the same result in whatever parts it comes. */
class ItemErrorFuzzTest {
  private static final int DEPTH = 20;

  static Stream<byte[]> seeds() {
    return Stream.of(
            "{\"a\":[{\"errorDetails\":{\"errorCode\":\"A_B\",\"message\":\"\\u0041\"}}]}",
            "{\"errorDetails\":[\"A_B: text\",{\"errorCode\":\"SUCCESS\"}]}",
            "[{\"batchId\":\"1\",\"errors\":[\"X_Y\"],\"failed\":\"2\",\"queued\":1e9}]",
            "{\"canBeSent\":false,\"validationErrors\":[\"no\"],\"validationErrorDetails\":[]}",
            "{\"recipientEmails\":[],\"errorMessage\":\"bad\"}",
            "{\"docGenErrors\":[{\"errorCode\":\"D\"}],\"recipientSigningUriError\":\"x\"}",
            "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><a><errorDetails>"
                + "<errorCode>A&amp;B</errorCode><message><![CDATA[x]]></message></errorDetails></a>")
        .map(text -> text.getBytes(UTF_8));
  }

  @DictionaryEntries({
    "\\\"errorDetails\\\":",
    "\\\"errorCode\\\":",
    "\\\"batchId\\\":",
    "<errorDetails>",
    "</errorDetails>",
    "<errorCode>",
    "<![CDATA[",
    "]]>",
    "<!--",
    "\\\\u00e9"
  })
  @MethodSource("seeds")
  @FuzzTest
  void anyBodyIsScannedInPartsOfAnySize(byte[] body) {
    List<ItemError> whole = scan(body, Math.max(1, body.length));

    assertThat(whole).hasSizeLessThanOrEqualTo(ItemErrorScanner.MAX_ERRORS);
    assertThat(scan(body, 1 + body.length % 5)).isEqualTo(whole);
  }

  private static List<ItemError> scan(byte[] body, int part) {
    ItemErrorScanner scanner = new ItemErrorScanner(DEPTH);
    scanner.start();
    for (int at = 0; at < body.length; at += part) {
      scanner.accept(body, at, Math.min(body.length, at + part));
    }
    return scanner.finish();
  }
}
