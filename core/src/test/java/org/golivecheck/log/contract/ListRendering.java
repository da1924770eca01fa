package org.golivecheck.log.contract;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * DocuSign's list of request logs, newest first.
 *
 * @param xml whether it is in XML
 */
record ListRendering(boolean xml) implements Rendering {
  private static final DateTimeFormatter TICKS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  @Override
  public String format() {
    return "request-log-list";
  }

  @Override
  public String variant() {
    return xml ? "XML" : "JSON";
  }

  @Override
  public boolean ofOwnSide() {
    return false;
  }

  @Override
  public byte[] render(List<ScenarioCall> calls) {
    List<String> items = new ArrayList<>();
    for (ScenarioCall call : calls) {
      if (call.isOfRequestLog()) {
        String item =
            xml
                ? "<apiRequestLog><createdDateTime>%s</createdDateTime><description>%s"
                    + "</description><status>%s</status></apiRequestLog>"
                : "{\"createdDateTime\":\"%s\",\"description\":\"%s\",\"status\":\"%s\"}";
        items.add(
            0,
            String.format(
                Locale.ROOT,
                item,
                TICKS.format(call.end()),
                call.operation(),
                call.reason().replace(" ", "")));
      }
    }
    String list =
        xml
            ? "<apiRequestLogsResult xmlns=\"http://www.docusign.com/restapi\"><apiRequestLogs>"
                + String.join("", items)
                + "</apiRequestLogs></apiRequestLogsResult>"
            : "{\"apiRequestLogs\":[" + String.join(",", items) + "]}";
    return list.getBytes(StandardCharsets.UTF_8);
  }
}
