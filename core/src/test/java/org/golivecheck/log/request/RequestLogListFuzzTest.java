package org.golivecheck.log.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.golivecheck.log.ReadLimits;
import org.golivecheck.log.format.ReadContext;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes are read to their end, alike in whatever parts they come. */
class RequestLogListFuzzTest {
  private static final ReadLimits SMALL =
      ReadLimits.DEFAULT.with("line-bytes", 16).with("depth", 8);

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
    assertThat(read(parts(log), ReadLimits.DEFAULT))
        .isEqualTo(read(new ByteArrayInputStream(log), ReadLimits.DEFAULT));
    assertThat(read(parts(log), SMALL)).isEqualTo(read(new ByteArrayInputStream(log), SMALL));
    new RequestLogListReader().recognises(log, Math.min(log.length, 8_192));
  }

  private static List<String> read(InputStream in, ReadLimits limits) {
    List<String> found = new ArrayList<>();
    ReadContext context = new ReadContext(limits, problem -> found.add(problem.toString()));
    try {
      new RequestLogListReader().open(context).read("log", in, call -> found.add(call.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  private static InputStream parts(byte[] log) {
    int half = log.length / 2;
    return new SequenceInputStream(
        Collections.enumeration(
            List.of(
                new ByteArrayInputStream(log, 0, half),
                new ByteArrayInputStream(log, half, log.length - half))));
  }
}
