package org.golivecheck.log.request;

import org.golivecheck.log.exchange.Answer;

/** Collects what is kept of one response, true or not. Reused. */
final class ResponsePart {
  private final Answer answer;
  private StatusCandidate candidate = new StatusCandidate(0, 0, 0, false);

  ResponsePart(int maxDepth) {
    answer = new Answer(maxDepth);
  }

  /** Begins a response. */
  void start(StatusCandidate status) {
    candidate = status;
    answer.start(status.status());
  }

  /** Takes a header line. */
  void header(LogLine line) {
    line.addTo(answer.fields());
  }

  /** Takes a part of the body. */
  void body(byte[] bytes, int from, int to) {
    answer.body(bytes, from, to);
  }

  StatusCandidate candidate() {
    return candidate;
  }

  Answer answer() {
    return answer;
  }
}
