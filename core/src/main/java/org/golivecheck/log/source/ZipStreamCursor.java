package org.golivecheck.log.source;

import static org.golivecheck.log.source.ZipFormat.i32;
import static org.golivecheck.log.source.ZipFormat.i64;
import static org.golivecheck.log.source.ZipFormat.u16;

import java.io.IOException;
import java.util.function.Consumer;
import org.golivecheck.call.ApiCall;
import org.golivecheck.log.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * Reads a zip from its first byte to its last, by the entries' own headers: from a pipe, in another
 * archive, or where the directory cannot be trusted. Bytes between sound entries are skipped.
 */
final class ZipStreamCursor implements Cursor {
  private static final int MOST_LOOKED_AHEAD = 1 << 15;

  private final EntryReader reader;
  private final Input input;
  private final PeekStream in;
  private final EntryReader.Run run;
  private final ZipEntryHeader header = new ZipEntryHeader();
  private final long maxEntries;
  private @Nullable String directoryFault;
  private Input entry;
  private long headerEnd;
  private long entryStart;
  private long entries;
  private long sinceDirectory;
  private boolean done;

  /**
   * Starts at the first header.
   *
   * @param directoryFault why the directory is not used, or null if it cannot be read from here
   */
  ZipStreamCursor(EntryReader reader, Input input, PeekStream in, @Nullable String directoryFault) {
    this.reader = reader;
    this.input = input;
    this.in = in;
    this.directoryFault = directoryFault;
    this.run = reader.run(input.archives());
    this.maxEntries = reader.buffers().limits().maxEntries();
    this.entry = input;
  }

  @Override
  public boolean advance(Consumer<? super ApiCall> calls) throws IOException {
    try {
      if (run.isOpen()) {
        settle(run.goOn(calls));
      } else if (!done) {
        next(calls);
      }
      return !done;
    } catch (EntryFault fault) {
      cutShort(fault);
      return false;
    }
  }

  private void next(Consumer<? super ApiCall> calls) throws IOException {
    int signature = in.ensure(4) < 4 ? 0 : i32(in.buffer(), in.next());
    switch (signature) {
      case ZipFormat.LOCAL -> entry(calls);
      case ZipFormat.CENTRAL, ZipFormat.END, ZipFormat.END64, ZipFormat.EXTRA_DATA -> directory();
      default -> {
        if (!ZipFormat.passToHeader(in)) {
          end("it ends before its directory");
        }
      }
    }
  }

  private void entry(Consumer<? super ApiCall> calls) throws IOException {
    if (entries == maxEntries) {
      reader.report(
          ProblemCode.LIMIT_REACHED,
          input,
          "only " + entries + " entries were read: " + InputStop.reached("entries", maxEntries));
      done = true;
      return;
    }
    headerEnd = in.position() + ZipFormat.LOCAL_SIZE;
    if (!header.readLocal(in)) {
      // Cut, or longer than any sound one: the next search for a header shows which.
      in.take(4);
      return;
    }
    entries++;
    sinceDirectory++;
    entryStart = in.position();
    String name = header.name();
    if (entries <= ZipDirectory.FIRST_NAMES && reader.isOtherArchive(input, name)) {
      done = true;
      in.drain();
      return;
    }
    entry = input.entry(name);
    EntryFault obstacle = header.obstacle();
    if (EntryNames.isNoLog(name) || isEmpty()) {
      input.counts().skip();
      passOver(obstacle == null);
    } else if (obstacle != null) {
      reader.lose(obstacle.code(), entry, obstacle.text());
      passOver(false);
    } else {
      open();
      settle(run.start(entry, calls));
    }
  }

  private boolean isEmpty() {
    return !header.hasDescriptor() && header.size() == 0;
  }

  private void open() {
    if (header.hasDescriptor()) {
      run.stream().openUntilDescriptor(in, header, input.byteLimit());
    } else {
      run.stream().open(in, header, input.byteLimit());
    }
  }

  /** Skips an entry that is not read. */
  private void passOver(boolean readable) throws IOException {
    if (!header.hasDescriptor()) {
      if (!passToStatedEnd() && !in.pass(bytesLeft())) {
        end("it ends inside " + entry.source());
      }
    } else if (readable) {
      open();
      EntryFault fault = run.pass();
      if (fault != null) {
        recover(fault);
      }
    }
  }

  private void settle(@Nullable EntryFault fault) throws IOException {
    if (fault == null || recover(fault)) {
      return;
    }
    // If other entries follow an entry whose end was not found, only that entry is damaged.
    reader.report(run.stream().ranOut() ? EntryFault.damaged(fault.text()) : fault, entry);
  }

  /**
   * Finds the way on after a fault.
   *
   * @return whether it was the archive's fault, and has been reported as such
   */
  private boolean recover(EntryFault fault) throws IOException {
    if (in.failure() != null) {
      throw fault;
    }
    if (passToStatedEnd()) {
      return false;
    }
    if (header.deflated()) {
      // Its header may be wrong too, and have led far astray.
      in.moveInSight(headerEnd);
    } else if (!header.hasDescriptor()) {
      // Stored bytes may themselves look like headers.
      in.pass(bytesLeft());
    }
    if (run.stream().ranOut() && !ZipFormat.passToHeader(in)) {
      end("it ends inside " + entry.source());
      return true;
    }
    return false;
  }

  /**
   * Moves to the end of the entry that its header states, if another header follows there. If none
   * does, the stated length may be wrong.
   */
  private boolean passToStatedEnd() throws IOException {
    long left = bytesLeft();
    if (header.hasDescriptor() || left < 0 || left > MOST_LOOKED_AHEAD) {
      return false;
    }
    int length = (int) left + 4;
    if (in.look(length) < length || !ZipFormat.isHeader(i32(in.buffer(), in.next() + (int) left))) {
      return false;
    }
    in.take((int) left);
    return true;
  }

  private long bytesLeft() {
    return header.compressed() - (in.position() - entryStart);
  }

  /** Walks over the directory to see whether the archive is whole. */
  private void directory() throws IOException {
    long listed = 0;
    while (in.ensure(4) >= 4) {
      switch (i32(in.buffer(), in.next())) {
        case ZipFormat.CENTRAL -> {
          if (!header.readCentral(in)) {
            end("its directory is cut or damaged");
            return;
          }
          listed++;
        }
        case ZipFormat.SIGNATURE -> passRecord(6, u16At(4, 6));
        case ZipFormat.EXTRA_DATA -> passRecord(8, u16At(4, 8));
        case ZipFormat.END64 -> passRecord(12, longAt(4, 12));
        case ZipFormat.LOCATOR64 -> passRecord(ZipFormat.LOCATOR64_SIZE, 0);
        case ZipFormat.END -> {
          endRecord(listed);
          return;
        }
        default -> {
          end("its directory is damaged");
          return;
        }
      }
    }
    end("its directory is cut");
  }

  private int u16At(int at, int length) throws IOException {
    return in.ensure(length) < length ? 0 : u16(in.buffer(), in.next() + at);
  }

  private long longAt(int at, int length) throws IOException {
    return in.ensure(length) < length ? 0 : Math.max(0, i64(in.buffer(), in.next() + at));
  }

  private void passRecord(int fixed, long variable) throws IOException {
    if (in.pass(fixed)) {
      in.pass(variable);
    }
  }

  private void endRecord(long listed) throws IOException {
    if (in.ensure(ZipFormat.END_SIZE) < ZipFormat.END_SIZE) {
      end("its last record is cut");
      return;
    }
    int stated = u16At(10, ZipFormat.END_SIZE);
    passRecord(ZipFormat.END_SIZE, u16At(20, ZipFormat.END_SIZE));
    if (stated != ZipFormat.MARK16 && stated != (listed & ZipFormat.MARK16)) {
      end("its directory lists " + listed + " entries, not " + stated + " as stated");
    } else if (listed > sinceDirectory) {
      end("its directory lists " + listed + " entries, but only " + sinceDirectory + " were found");
    } else {
      nextArchive();
    }
  }

  /** Archives may follow one another in a pipe; other bytes after the end mean nothing. */
  private void nextArchive() throws IOException {
    sinceDirectory = 0;
    if (in.ensure(4) >= 4 && i32(in.buffer(), in.next()) == ZipFormat.LOCAL) {
      return;
    }
    if (directoryFault != null) {
      end(directoryFault);
    }
    done = true;
    in.drain();
  }

  private void end(String why) {
    done = true;
    reader.report(
        ProblemCode.TRUNCATED_ARCHIVE,
        input,
        "is not a complete archive: "
            + why
            + "; "
            + entries
            + " entries were found, more may be missing; get the archive again");
  }

  /** Reports that the layer around the archive is damaged. */
  private void cutShort(EntryFault fault) {
    done = true;
    if (fault.code() == ProblemCode.ENTRY_LIMIT) {
      reader.report(ProblemCode.LIMIT_REACHED, input, fault.text());
    } else {
      end(fault.text());
    }
  }
}
