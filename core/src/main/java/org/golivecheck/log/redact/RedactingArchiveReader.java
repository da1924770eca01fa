package org.golivecheck.log.redact;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.golivecheck.call.ApiCall;
import org.golivecheck.log.CallList;
import org.golivecheck.log.LogFormat;
import org.golivecheck.log.format.PartedFormat;
import org.golivecheck.log.format.ReadContext;
import org.golivecheck.log.format.ReadSession;

/** Reads archives as another reader does, and lists their calls. Stateless but for the zip. */
public final class RedactingArchiveReader implements PartedFormat {
  private final PartedFormat reader;
  private final RedactedZip zip;

  /**
   * Makes a reader.
   *
   * @param reader reads the archives
   * @param zip takes what they become
   */
  public RedactingArchiveReader(PartedFormat reader, RedactedZip zip) {
    this.reader = reader;
    this.zip = zip;
  }

  @Override
  public LogFormat format() {
    return reader.format();
  }

  @Override
  public boolean recognises(byte[] head, int length) {
    return reader.recognises(head, length);
  }

  @Override
  public boolean isPartName(String name) {
    return reader.isPartName(name);
  }

  @Override
  public boolean isPart(String source, byte[] head, int length) {
    return reader.isPart(source, head, length);
  }

  @Override
  public ReadSession open(ReadContext context) {
    return new Session(reader.open(context));
  }

  /** Lists the calls of each archive of an input. */
  private final class Session implements ReadSession {
    private final ReadSession session;
    private final Map<String, CallList> lists = new LinkedHashMap<>();
    private final Removals removals = new Removals();
    private final SafeCalls safe = new SafeCalls(zip.pseudonyms(), removals, new KnownIds());

    Session(ReadSession session) {
      this.session = session;
    }

    @Override
    public void read(String source, InputStream in, Consumer<? super ApiCall> calls)
        throws IOException {
      session.read(source, in, call -> list(call, calls));
    }

    private void list(ApiCall call, Consumer<? super ApiCall> calls) {
      int entry = call.source().lastIndexOf('!');
      String archive = entry < 0 ? call.source() : call.source().substring(0, entry);
      lists.computeIfAbsent(archive, name -> zip.list()).add(safe.of(call));
      calls.accept(call);
    }

    @Override
    public void end(Consumer<? super ApiCall> calls) {
      session.end(call -> list(call, calls));
      lists.forEach(
          (archive, list) -> {
            try (list) {
              zip.add(archive, list, removals);
            }
          });
      lists.clear();
    }
  }
}
