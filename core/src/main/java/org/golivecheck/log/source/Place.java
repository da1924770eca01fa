package org.golivecheck.log.source;

/**
 * Where some bytes were met.
 *
 * @param source the name for calls and problems
 * @param counts the counts of the input that the bytes belong to
 * @param byteLimit the limit of the bytes that the input may inflate to
 * @param archives how many zip archives lie around the bytes
 * @param wraps how many other layers, such as gzip, lie around them inside the innermost archive
 * @param named whether they are the input itself, rather than a file in a folder or archive
 */
record Place(
    String source,
    InputCounts counts,
    ByteLimit byteLimit,
    int archives,
    int wraps,
    boolean named) {

  /** Returns the place of an entry of the archive that lies here. */
  Place entry(String name) {
    return new Place(source + '!' + name, counts, byteLimit, archives + 1, 0, false);
  }

  /** Returns the place of what a layer such as gzip holds: it has no name of its own. */
  Place unwrapped() {
    return new Place(source, counts, byteLimit, archives, wraps + 1, named);
  }
}
