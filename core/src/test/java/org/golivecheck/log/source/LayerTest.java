package org.golivecheck.log.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LayerTest {
  private static byte[] marked(byte[] text, Layer layer) {
    byte[] marked = new byte[2 + text.length];
    marked[layer == Layer.UTF16_LE ? 0 : 1] = (byte) 0xFF;
    marked[layer == Layer.UTF16_LE ? 1 : 0] = (byte) 0xFE;
    System.arraycopy(text, 0, marked, 2, text.length);
    return marked;
  }

  private static Charset charset(Layer layer) {
    return layer == Layer.UTF16_LE ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
  }

  /** Bytes of characters of all lengths, some of them half, as a cut file or a wrong one has. */
  private static byte[] text(Random random, int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (random.nextInt(4) == 0 ? 0xD8 + random.nextInt(8) : random.nextInt(128));
    }
    return bytes;
  }

  @Property(tries = 100)
  void utf16IsReadAsTheJdkDecodesIt(
      @ForAll long seed, @ForAll @IntRange(max = 70_000) int length, @ForAll boolean little)
      throws IOException {
    Layer layer = little ? Layer.UTF16_LE : Layer.UTF16_BE;
    byte[] text = text(new Random(seed), length);
    byte[] marked = marked(text, layer);

    assertThat(Layer.of(marked, marked.length)).isEqualTo(layer);
    PeekStream in = new PeekStream(1 << 16, new ByteArrayInputStream(marked));
    in.ensure(2);
    assertThat(new String(layer.text(in).readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo(new String(text, charset(layer)));
  }

  @ParameterizedTest
  @EnumSource(names = {"UTF16_LE", "UTF16_BE"})
  void textBeforeAFaultIsReadBeforeItIsThrown(Layer layer) throws IOException {
    String text = "CALL a\r\n".repeat(10_000);
    InputStream damaged =
        new ByteArrayInputStream(marked(text.getBytes(charset(layer)), layer)) {
          @Override
          public synchronized int read(byte[] bytes, int offset, int length) {
            int read = super.read(bytes, offset, Math.min(length, 5_000));
            if (read < 0) {
              throw new UncheckedIOException(new IOException("damaged"));
            }
            return read;
          }
        };
    PeekStream in = new PeekStream(1 << 16, damaged);
    in.ensure(2);
    InputStream utf8 = layer.text(in);
    ByteArrayOutputStream read = new ByteArrayOutputStream();

    Throwable thrown =
        catchThrowable(
            () -> {
              byte[] bytes = new byte[1 << 16];
              for (int count = utf8.read(bytes); count >= 0; count = utf8.read(bytes)) {
                read.write(bytes, 0, count);
              }
            });

    assertThat(thrown).hasRootCauseMessage("damaged");
    assertThat(read.toString(StandardCharsets.UTF_8)).isEqualTo(text);
  }
}
