package org.golivecheck.log.read;

import java.util.Map;
import org.golivecheck.log.read.LogReader.Form;

/**
 * What people are told of a format, one a line.
 *
 * @param form what its texts are made of
 * @param writtenBy what writes such logs, in a few words; empty where nothing is known
 */
record FormatWords(Form form, String writtenBy) {
  private static final FormatWords NONE = new FormatWords(Form.LINES, "");

  private static final Map<String, FormatWords> ALL =
      Map.ofEntries(
          words("request-log", Form.LINES, "DocuSign: the log of API requests that a user downloads"),
          words("request-log-list", Form.JSON, "DocuSign: the list of logged requests of its API"),
          words("har", Form.JSON, "browsers, Fiddler, Charles, Insomnia, mitmproxy: HTTP archives"),
          words("saz", Form.ARCHIVE, "Fiddler: archives of sessions"),
          words("newman", Form.JSON, "Postman's newman: the JSON reporter"),
          words("otlp", Form.JSON, "OpenTelemetry: client spans in OTLP JSON"),
          words("otel-console", Form.LINES, "OpenTelemetry: client spans of the Java console exporter"),
          words("jersey", Form.LINES, "DocuSign's Java SDK with setDebugging(true), by Jersey"),
          words("okhttp", Form.LINES, "OkHttp: the logging interceptor"),
          words("apache-httpclient", Form.LINES, "Apache HttpClient: wire and header logs"),
          words("java-http-client", Form.LINES, "Java's own HTTP client: its debug log"),
          words("logbook", Form.LINES, "Logbook: its styles of text"),
          words("curl", Form.LINES, "curl: -v and --trace"),
          words("python-http", Form.LINES, "Python: http.client, urllib3, requests and httpx"),
          words("app-log", Form.LINES, "applications: lines of several HTTP clients and SDKs"),
          words("sdk-exceptions", Form.LINES, "applications: exceptions of DocuSign's SDKs"),
          words(
              "ndjson",
              Form.JSON,
              "applications and proxies: JSON records, such as logstash, ECS, Logbook, nginx;"
                  + " golive-check calls -r ndjson"),
          words("csv", Form.TABLE, "spreadsheets and exports: a call a row; golive-check calls -r csv"),
          words("access-log", Form.LINES, "nginx, Apache, Envoy, Istio: access logs of proxies"));

  /** Returns what is known of a format. */
  static FormatWords of(String format) {
    return ALL.getOrDefault(format, NONE);
  }

  private static Map.Entry<String, FormatWords> words(String format, Form form, String writtenBy) {
    return Map.entry(format, new FormatWords(form, writtenBy));
  }
}
