import org.jspecify.annotations.NullMarked;

/**
 * Reads DocuSign API logs, applies the Go-Live rules and reports the result.
 *
 * <p>Data runs one way: bytes, log reader, {@link org.golivecheck.call.ApiCall}, rules, {@link
 * org.golivecheck.report.GoLiveReport}, report writer. Start at {@link
 * org.golivecheck.GoLiveCheck}.
 */
@NullMarked
module org.golivecheck.core {
  requires com.fasterxml.jackson.annotation;
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.databind;
  requires com.google.common;
  requires java.xml;
  requires org.apache.commons.csv;
  requires org.apache.commons.io;
  requires org.snakeyaml.engine;
  requires static jakarta.ws.rs;
  requires static java.net.http;
  requires static org.assertj.core;
  requires static org.junit.jupiter.api;
  requires static org.junit.platform.launcher;
  requires transitive org.jspecify;

  exports org.golivecheck;
  exports org.golivecheck.call;
  exports org.golivecheck.gate;
  exports org.golivecheck.log;
  exports org.golivecheck.recorder;
  exports org.golivecheck.redaction;
  exports org.golivecheck.render;
  exports org.golivecheck.report;
  exports org.golivecheck.rule;
  exports org.golivecheck.rule.error;
  exports org.golivecheck.junit;

  // Their records describe files that databind reads.
  opens org.golivecheck.gate to
      com.fasterxml.jackson.databind;
  opens org.golivecheck.render to
      com.fasterxml.jackson.databind;
  opens org.golivecheck.report.data to
      com.fasterxml.jackson.databind;
}
