package org.golivecheck.listing;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import org.golivecheck.text.BlockStream;
import org.jspecify.annotations.Nullable;

/**
 * Sorts calls in bounded memory. If they do not fit, sorted runs are written to a temporary file,
 * and merged when the calls are read. Calls may be added from any thread, and read any number of
 * times once all are added.
 */
final class CallSorter implements AutoCloseable {
  /** Takes the sorted calls one by one. */
  @FunctionalInterface
  interface Target {
    void accept(ListedCall call) throws IOException;
  }

  private static final int BUFFER = 1 << 14;

  private final int maxSize;
  private final List<ListedCall> inMemory = new ArrayList<>();
  private final List<Long> runs = new ArrayList<>();
  private int size;
  private @Nullable FileChannel file;

  /**
   * Creates a sorter.
   *
   * @param maxSize the approximate number of characters kept in memory
   */
  CallSorter(int maxSize) {
    this.maxSize = maxSize;
  }

  /** Adds a call. */
  synchronized void add(ListedCall call) {
    inMemory.add(call);
    size += call.size();
    if (size >= maxSize) {
      spill();
    }
  }

  /** Passes on every call in order. */
  synchronized void forEach(Target target) throws IOException {
    if (runs.isEmpty()) {
      inMemory.sort(ListedCall.ORDER);
      for (ListedCall call : inMemory) {
        target.accept(call);
      }
      return;
    }
    spill();
    PriorityQueue<Run> merged = new PriorityQueue<>();
    for (long start : runs) {
      merged.add(new Run(new Window(Objects.requireNonNull(file), start)));
    }
    while (!merged.isEmpty()) {
      Run least = merged.remove();
      target.accept(least.head);
      if (least.advance()) {
        merged.add(least);
      }
    }
  }

  private void spill() {
    if (inMemory.isEmpty()) {
      return;
    }
    inMemory.sort(ListedCall.ORDER);
    try {
      if (file == null) {
        file = temporaryFile();
      }
      runs.add(file.size());
      file.position(file.size());
      DataOutputStream out =
          new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(file), BUFFER));
      for (ListedCall call : inMemory) {
        out.writeBoolean(true);
        write(call, out);
      }
      out.writeBoolean(false);
      out.flush();
    } catch (IOException e) {
      throw failure(e);
    }
    inMemory.clear();
    size = 0;
  }

  private static FileChannel temporaryFile() throws IOException {
    Path path = Files.createTempFile("golive-check-", ".calls");
    // In case the user interrupts; otherwise closing deletes it.
    path.toFile().deleteOnExit();
    return FileChannel.open(
        path,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE,
        StandardOpenOption.DELETE_ON_CLOSE);
  }

  private static UncheckedIOException failure(IOException e) {
    return new UncheckedIOException(
        ("cannot use a temporary file in %s (%s); choose another folder by "
                + "GOLIVE_CHECK_OPTS=-Djava.io.tmpdir=FOLDER")
            .formatted(System.getProperty("java.io.tmpdir"), e.getMessage()),
        e);
  }

  private static void write(ListedCall call, DataOutputStream out) throws IOException {
    out.writeUTF(call.moment().toString());
    out.writeInt(call.ordinal());
    out.writeInt(call.values().size());
    for (Map.Entry<Column, String> value : call.values().entrySet()) {
      out.writeUTF(value.getKey().name());
      byte[] bytes = value.getValue().getBytes(StandardCharsets.UTF_8);
      out.writeInt(bytes.length);
      out.write(bytes);
    }
  }

  private static ListedCall read(DataInputStream in) throws IOException {
    Instant moment = Instant.parse(in.readUTF());
    int ordinal = in.readInt();
    Map<Column, String> values = new EnumMap<>(Column.class);
    for (int left = in.readInt(); left > 0; left--) {
      Column column = Column.valueOf(in.readUTF());
      values.put(column, new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
    }
    return new ListedCall(moment, ordinal, values);
  }

  /** Deletes the temporary file, if there is one. */
  @Override
  public void close() {
    try {
      if (file != null) {
        file.close();
      }
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /** Sorted calls in the temporary file. The first one is loaded. */
  private static final class Run implements Comparable<Run> {
    private final DataInputStream in;
    ListedCall head;

    /** Opens a run, which must not be empty. */
    Run(InputStream bytes) {
      in = new DataInputStream(new BufferedInputStream(bytes, BUFFER));
      head = Objects.requireNonNull(next());
    }

    /** Loads the next call; returns false at the end. */
    boolean advance() {
      ListedCall next = next();
      head = next == null ? head : next;
      return next != null;
    }

    private @Nullable ListedCall next() {
      try {
        return in.readBoolean() ? read(in) : null;
      } catch (IOException e) {
        throw failure(e);
      }
    }

    @Override
    public int compareTo(Run other) {
      return ListedCall.ORDER.compare(head, other.head);
    }
  }

  /** Reads from its own position, so that many runs can share one file. */
  private static final class Window extends BlockStream {
    private final FileChannel file;
    private long position;

    Window(FileChannel file, long start) {
      this.file = file;
      this.position = start;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = file.read(ByteBuffer.wrap(bytes, offset, length), position);
      position += Math.max(read, 0);
      return read;
    }
  }
}
