package org.golivecheck.log.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.golivecheck.log.text.LogTime;
import org.golivecheck.log.text.LogTimes;
import org.junit.jupiter.api.Test;

class TimeCellTest {

  @Test
  void aTimeIsReadAlikeWhicheverComesBeforeIt() {
    List<String> times =
        List.of(
            "01/Nov/2026:00:00:00 +0000",
            "01/Nov/2026:00:00:59 +0000",
            "01/Nov/2026:00:00:60 +0000",
            "01/Nov/2026:00:00:5x +0000",
            "01/Nov/2026:00:01:07 +0000",
            "01/Nov/2026:00:01:07 -0130",
            "31/Dec/1969:23:59:30 +0000",
            "2026-11-01 00:00:01 +00:00",
            "2026-11-01T00:00:01.123456",
            "2026-11-01T00:00:01.12345Z",
            "01/Nov/2026:00:00:01 +000",
            "");
    for (String before : times) {
      for (String time : times) {
        TimeCell cell = new TimeCell();
        read(cell, before);

        assertThat(read(cell, time)).as("%s after %s", time, before).isEqualTo(expected(time));
      }
    }
  }

  private static LogTime read(TimeCell cell, String time) {
    byte[] bytes = (">" + time).getBytes(StandardCharsets.US_ASCII);
    cell.clear();
    cell.read(bytes, 1, bytes.length);
    return cell.get();
  }

  private static LogTime expected(String time) {
    byte[] bytes = (">" + time).getBytes(StandardCharsets.US_ASCII);
    LogTime found = LogTimes.at(bytes, 1, bytes.length);
    return found != null && found.end() == bytes.length ? found : null;
  }
}
