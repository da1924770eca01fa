package org.golivecheck.samples;

import java.time.Duration;
import java.util.List;
import org.golivecheck.samples.LoggedCall.Layout;
import org.golivecheck.samples.Recorder.Answer;
import org.golivecheck.samples.Recorder.Request;

/**
 * The DocuSign web app, whose own calls land in the same log while its user is signed in.
 *
 * <p>The log glues the parts of a header with several values together, hence the user agent.
 */
final class WebConsole {
  private static final String REST =
      "https://demo.docusign.net:8801/restapi/v2.1/accounts/" + Integration.ACCOUNT;

  private static final List<String> HEADERS =
      List.of(
          "Accept: application/json",
          "Accept-Language: en-GBen; q=0.9",
          "Authorization: Bearer [omitted]",
          "Host: demo.docusign.net",
          "Origin: https://apps-d.docusign.com",
          "Referer: https://apps-d.docusign.com/send/home",
          "User-Agent: Mozilla/5.0(X11; Linux x86_64)AppleWebKit/537.36(KHTML, like"
              + " Gecko)Chrome/140.0.0.0Safari/537.36",
          "sec-fetch-mode: cors",
          "sec-fetch-site: cross-site",
          "X-SecurityProtocol-Version: TLSv1.3",
          "x-forwarded-for: 203.0.113.20");

  private final Recorder recorder;

  WebConsole(Recorder recorder) {
    this.recorder = recorder;
  }

  /** Reads something, and takes a second for it. */
  void get(String path, String operation, Answer answer) {
    recorder.record(
        new Request("GET", REST + path, operation, HEADERS, "", Layout.REQUEST_FIRST), answer);
    recorder.pass(Duration.ofSeconds(1));
  }
}
