package org.golivecheck.log.request;

import org.golivecheck.log.exchange.Response;

/** Collects what is kept of one response, true or not. Reused. */
final class ResponsePart {
  private final Response response;
  private StatusCandidate candidate = new StatusCandidate(0, 0, 0, false);

  ResponsePart(Response response) {
    this.response = response;
  }

  /** Begins a response. */
  void start(StatusCandidate status) {
    candidate = status;
    response.start(status.status());
  }

  /** Adds a header line. */
  void header(LogLine line) {
    line.addTo(response.fields());
  }

  /** Adds a part of the body. */
  void body(byte[] bytes, int from, int to) {
    response.body(bytes, from, to);
  }

  StatusCandidate candidate() {
    return candidate;
  }

  Response response() {
    return response;
  }
}
