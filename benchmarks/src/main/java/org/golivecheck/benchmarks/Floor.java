package org.golivecheck.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The least that any reader of a zip has to do: inflates every entry with the JDK's own {@link
 * ZipFile} and forgets the bytes. Neither checks a checksum nor looks at a byte.
 */
public final class Floor {
  private Floor() {}

  /**
   * Prints how many bytes come out of a zip, or how many lines another file has, inflated if its
   * name ends in .gz: {@code Floor FILE THREADS}.
   */
  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0]);
    System.out.println(
        args[0].endsWith(".zip") ? inflate(file, Integer.parseInt(args[1])) : lines(file));
  }

  private static long lines(Path file) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long lines = 0;
    try (InputStream raw = Files.newInputStream(file);
        InputStream in =
            file.toString().endsWith(".gz") ? new GZIPInputStream(raw, 1 << 16) : raw) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        for (int i = 0; i < read; i++) {
          lines += buffer[i] == '\n' ? 1 : 0;
        }
      }
    }
    return lines;
  }

  /** Inflates all entries of a zip in some threads, and returns how many bytes came out. */
  static long inflate(Path file, int threads) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      List<? extends ZipEntry> entries = Collections.list(zip.entries());
      List<CompletableFuture<Long>> parts = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        int from = (int) ((long) entries.size() * i / threads);
        int to = (int) ((long) entries.size() * (i + 1) / threads);
        List<? extends ZipEntry> part = entries.subList(from, to);
        parts.add(CompletableFuture.supplyAsync(() -> inflate(zip, part)));
      }
      long bytes = 0;
      for (CompletableFuture<Long> part : parts) {
        bytes += part.join();
      }
      return bytes;
    }
  }

  private static long inflate(ZipFile zip, List<? extends ZipEntry> entries) {
    byte[] buffer = new byte[1 << 16];
    long bytes = 0;
    for (ZipEntry entry : entries) {
      try (InputStream in = zip.getInputStream(entry)) {
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          bytes += read;
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return bytes;
  }
}
