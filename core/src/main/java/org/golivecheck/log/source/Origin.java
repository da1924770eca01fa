package org.golivecheck.log.source;

/**
 * Where some bytes come from.
 *
 * @param source the name that calls and problems are reported with
 * @param counts the counts of the input that the bytes belong to
 * @param byteLimit the limit of the bytes that the input may inflate to
 * @param archives how many zip archives the bytes are nested in
 * @param wraps how many other layers, such as gzip, surround them within the innermost archive
 * @param named whether they are the input itself, rather than a file in a folder or archive
 * @param linesBefore how many lines of the file come before them
 */
record Origin(
    String source,
    InputCounts counts,
    ByteLimit byteLimit,
    int archives,
    int wraps,
    boolean named,
    long linesBefore) {

  /** Returns the origin of an entry of the archive that these bytes are. */
  Origin entry(String name) {
    return new Origin(source + '!' + name, counts, byteLimit, archives + 1, 0, false, 0);
  }

  /**
   * Returns the origin of the contents of a layer such as gzip, which have no name of their own.
   */
  Origin unwrapped() {
    return new Origin(source, counts, byteLimit, archives, wraps + 1, named, 0);
  }
}
