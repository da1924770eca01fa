package org.golivecheck.log.source;

import java.io.IOException;
import java.util.function.Consumer;
import org.golivecheck.call.ApiCall;
import org.jspecify.annotations.Nullable;

/** Reads some neighbouring entries of a zip file, as its directory lists them. */
final class ZipRangeCursor implements Cursor {
  private final EntryReader reader;
  private final ZipArchive archive;
  private final EntryReader.Run run;
  private final FileWindow data;
  private final FileWindow records;
  private final ZipEntryHeader header = new ZipEntryHeader();
  private final long end;
  private long index;
  private Input entry;

  /**
   * Starts at a point of the directory.
   *
   * @param from the point
   * @param to the point after the last entry
   */
  ZipRangeCursor(EntryReader reader, ZipArchive archive, int from, int to) {
    this.reader = reader;
    this.archive = archive;
    this.run = reader.run(archive.input().archives());
    this.entry = archive.input();
    this.data = reader.buffers().data();
    this.records = reader.buffers().directory();
    ZipDirectory directory = archive.directory();
    index = directory.index(from);
    end = directory.index(to);
    data.open(archive.channel());
    records.open(archive.channel());
    if (index < end) {
      records.seek(directory.position(from));
    }
  }

  @Override
  public boolean advance(Consumer<? super ApiCall> calls) throws IOException {
    if (run.isOpen()) {
      settle(run.goOn(calls));
    } else if (index < end) {
      next(calls);
      index++;
    }
    return run.isOpen() || index < end;
  }

  private void next(Consumer<? super ApiCall> calls) throws IOException {
    if (!header.readCentral(records)) {
      throw new IOException("it changed while it was read");
    }
    String name = header.name();
    if (EntryNames.isNoLog(name) || header.size() == 0) {
      archive.input().counts().skip();
      return;
    }
    entry = archive.input().entry(name);
    EntryFault obstacle = obstacle();
    if (obstacle != null) {
      reader.lose(obstacle.code(), entry, obstacle.text());
      return;
    }
    run.stream().open(data, header, null);
    settle(run.start(entry, calls));
  }

  private @Nullable EntryFault obstacle() throws IOException {
    EntryFault obstacle = header.obstacle();
    if (obstacle != null) {
      return obstacle;
    }
    if (archive.directory().overlaps(index)) {
      return EntryFault.damaged("lies in the bytes of another entry");
    }
    return toBytes() ? null : EntryFault.damaged("is not where the directory says");
  }

  /** Moves past the entry's own header. */
  private boolean toBytes() throws IOException {
    data.seek(archive.directory().base() + header.offset());
    if (data.ensure(ZipFormat.LOCAL_SIZE) < ZipFormat.LOCAL_SIZE
        || ZipFormat.i32(data.buffer(), data.next()) != ZipFormat.LOCAL) {
      return false;
    }
    int at = data.next() + 26;
    int variable = ZipFormat.u16(data.buffer(), at) + ZipFormat.u16(data.buffer(), at + 2);
    return data.pass(ZipFormat.LOCAL_SIZE + variable)
        && data.position() + header.compressed() <= archive.directory().start();
  }

  private void settle(@Nullable EntryFault fault) throws IOException {
    if (fault == null) {
      return;
    }
    if (run.stream().ranOut()) {
      throw new IOException("it changed while it was read");
    }
    reader.report(fault, entry);
  }
}
