package org.golivecheck.log.request;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Stream;
import org.golivecheck.log.format.FuzzedReading;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes are read to their end, alike in whatever parts they come. */
class RequestLogListFuzzTest {
  static Stream<byte[]> seeds() {
    String item = "OK|GetEnvelope|2014-06-03T04:19:01.42Z";
    return Stream.of(
            "{\"apiRequestLogs\":[{\"status\":\"%s\",\"description\":\"%s\",\"createdDateTime\":\"%s\"}]}",
            "<r><apiRequestLogs><a><status>%s</status><description>%s</description>"
                + "<createdDateTime>%s</createdDateTime></a></apiRequestLogs></r>")
        .map(form -> String.format(Locale.ROOT, form, (Object[]) item.split("\\|", -1)))
        .map(list -> list.getBytes(StandardCharsets.UTF_8));
  }

  @DictionaryEntries({"<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///'>]>", "&e;", "<![CDATA[", "}]}"})
  @MethodSource("seeds")
  @FuzzTest
  void anyBytesAreReadToTheirEnd(byte[] log) {
    FuzzedReading.check(new RequestLogListReader(), log);
  }
}
