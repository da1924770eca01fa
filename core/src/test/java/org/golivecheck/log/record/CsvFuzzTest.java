package org.golivecheck.log.record;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.golivecheck.log.ReadLog;
import org.golivecheck.log.client.AnyClient;
import org.golivecheck.log.format.FuzzedReading;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes are read to their end, alike in whatever parts they come. */
class CsvFuzzTest {
  static Stream<byte[]> seeds() {
    return ReadLog.andFixtures(
        Stream.of(
                "timestamp,method,url,status,message\n2026-11-23T09:00:00Z,GET,/restapi/v2.1/x,200,\n",
                "sep=;\r\ndate;time;method;path;status\r\n23.11.2026;09:00;GET;\"/a\"\";b\";404",
                "'time'\t'request'\t'status'\n'1795424400'\t'GET /x HTTP/1.1'\t'200'")
            .map(table -> table.getBytes(StandardCharsets.UTF_8)));
  }

  @DictionaryEntries({"\\x0d\\x0a", "\\\"\\\"", ";;;;", "timestamp,method,url,status"})
  @MethodSource("seeds")
  @FuzzTest
  void anyBytesAreReadToTheirEnd(byte[] log) {
    FuzzedReading.check(new CsvLogReader(AnyClient::new, (head, length) -> false), log);
  }
}
