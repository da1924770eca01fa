package org.golivecheck.recorder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.golivecheck.call.ApiCall;
import org.junit.jupiter.api.Test;

/** The streams that adapters put around bodies. */
class RecordedStreamsTest {
  private static final String URL =
      "https://demo.docusign.net/restapi/v2.1/accounts/5f2c9b1e-0000-4000-8000-000000000001";
  private static final byte[] ERROR =
      "{\"errorCode\":\"USER_LACKS_PERMISSIONS\",\"message\":\"no\"}".getBytes(UTF_8);

  private final CallRecorder recorder = new CallRecorder();

  @Test
  void anAnswerIsReadByteByByte() throws IOException {
    InputStream body = answer(ERROR);
    for (byte expected : ERROR) {
      assertThat(body.read()).isEqualTo(expected);
    }
    assertThat(body.read()).isEqualTo(-1);

    assertThat(errorCode()).isEqualTo("USER_LACKS_PERMISSIONS");
  }

  @Test
  void whatIsReadAgainIsRecordedOnce() throws IOException {
    InputStream body = answer(ERROR);
    assertThat(body.markSupported()).isTrue();
    body.mark(100);
    assertThat(body.readNBytes(10)).hasSize(10);
    body.reset();

    assertThat(body.readAllBytes()).isEqualTo(ERROR);
    body.close();

    assertThat(errorCode()).isEqualTo("USER_LACKS_PERMISSIONS");
    assertThat(recorder.failures()).isZero();
  }

  @Test
  void whatFollowsASkippedPartIsNotMadeUp() throws IOException {
    InputStream body = answer(ERROR);
    assertThat(body.skip(5)).isEqualTo(5);

    assertThat(body.readAllBytes()).isEqualTo(Arrays.copyOfRange(ERROR, 5, ERROR.length));
    body.close();

    assertThat(errorCode()).isNull();
    assertThat(recorder.failures()).isZero();
  }

  @Test
  void aBodyThatCannotBeReadFailsTheClientAndIsStillACall() throws IOException {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("reset by peer");
          }

          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            throw new IOException("reset by peer");
          }

          @Override
          public void close() throws IOException {
            throw new IOException("closed");
          }
        };
    InputStream body = recorder.request("GET", URL).status(400).responseBody(broken);

    assertThatThrownBy(body::readAllBytes).hasMessage("reset by peer");
    assertThatThrownBy(body::close).hasMessage("closed");

    assertThat(call().status()).isEqualTo(400);
    assertThat(recorder.failures()).isZero();
  }

  @Test
  void compressedErrorsAreRead() throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(zipped)) {
      out.write(ERROR);
    }
    ByteArrayOutputStream deflated = new ByteArrayOutputStream();
    try (OutputStream out = new DeflaterOutputStream(deflated)) {
      out.write(ERROR);
    }

    assertThat(errorCode("gzip", zipped.toByteArray())).isEqualTo("USER_LACKS_PERMISSIONS");
    assertThat(errorCode(" X-GZip", zipped.toByteArray())).isEqualTo("USER_LACKS_PERMISSIONS");
    assertThat(errorCode("deflate", deflated.toByteArray())).isEqualTo("USER_LACKS_PERMISSIONS");
    assertThat(errorCode("identity", ERROR)).isEqualTo("USER_LACKS_PERMISSIONS");
  }

  @Test
  void aBodyThatTheClientHasDecompressedAlreadyIsReadAsItIs() throws IOException {
    assertThat(errorCode("gzip", ERROR)).isEqualTo("USER_LACKS_PERMISSIONS");
  }

  @Test
  void brokenCompressionIsNoFailure() throws IOException {
    byte[] broken = {0x1f, (byte) 0x8b, 8, 0, 1, 2, 3, 4, 5, 6, 7};

    assertThat(errorCode("gzip", broken)).isNull();
    assertThat(errorCode("deflate", broken)).isNull();
    assertThat(errorCode("br", broken)).isNull();
    assertThat(recorder.failures()).isZero();
  }

  @Test
  void aDecompressionBombIsCut() throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(zipped)) {
      out.write(ERROR);
      out.write(" ".repeat(50_000_000).getBytes(UTF_8));
    }

    assertThat(errorCode("gzip", zipped.toByteArray())).isEqualTo("USER_LACKS_PERMISSIONS");
  }

  @Test
  void aRequestIsWrittenAndMeasured() throws IOException {
    ByteArrayOutputStream sent = new ByteArrayOutputStream();
    CallRecording recording = recorder.request("POST", URL);
    try (OutputStream body = recording.requestBody(sent)) {
      body.write('{');
      body.write(ERROR);
      body.write(ERROR, 1, 3);
    }
    recording.status(200).end();

    assertThat(sent.size()).isEqualTo(ERROR.length + 4);
    assertThat(call().requestBytes()).isEqualTo(ERROR.length + 4);
  }

  @Test
  void aRequestThatCannotBeSentFailsTheClient() {
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("broken pipe");
          }

          @Override
          public void flush() throws IOException {
            throw new IOException("flush");
          }
        };
    OutputStream body = recorder.request("POST", URL).requestBody(broken);

    assertThatThrownBy(() -> body.write(1)).hasMessage("broken pipe");
    assertThatThrownBy(() -> body.write(ERROR)).hasMessage("broken pipe");
    assertThatThrownBy(body::flush).hasMessage("flush");
    assertThat(recorder.unanswered()).isEqualTo(1);
  }

  private InputStream answer(byte[] body) {
    return recorder.request("GET", URL).status(403).responseBody(new ByteArrayInputStream(body));
  }

  private String errorCode(String encoding, byte[] body) throws IOException {
    recorder.clear();
    CallRecording recording =
        recorder.request("GET", URL).status(403).responseHeader("content-encoding", encoding);
    try (InputStream in = recording.responseBody(new ByteArrayInputStream(body))) {
      assertThat(in.readAllBytes()).isEqualTo(body);
    }
    return errorCode();
  }

  private String errorCode() {
    return call().error() == null ? null : call().error().code();
  }

  private ApiCall call() {
    assertThat(recorder.calls()).hasSize(1);
    return recorder.calls().findFirst().orElseThrow();
  }
}
