package org.golivecheck.log.source;

import java.util.List;

/**
 * Some neighbouring entries of a zip file.
 *
 * @param archive the file
 * @param from the point of the directory where they start
 * @param to the point after them
 */
record ZipWork(ZipArchive archive, int from, int to) implements Work {

  @Override
  public long bytes() {
    return archive.directory().bytes(from, to);
  }

  @Override
  public List<Work> split(Content content) {
    int middle = to - from < 2 ? from : Math.max(from + 1, archive.directory().middle(from, to));
    if (middle <= from || middle >= to) {
      return List.of(this);
    }
    archive.share();
    return List.of(new ZipWork(archive, from, middle), new ZipWork(archive, middle, to));
  }

  @Override
  public Cursor open(Content content) {
    return new InputCursor(
        content,
        archive.origin(),
        calls -> new ZipRangeCursor(content, archive, from, to),
        archive::release);
  }
}
