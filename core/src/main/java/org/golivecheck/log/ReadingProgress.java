package org.golivecheck.log;

/**
 * The progress of reading.
 *
 * @param entries entries and records read so far, whether or not they are calls
 * @param bytesRead bytes read from files and streams so far, before decompression
 * @param bytesTotal the total of bytes to read, or -1 if a stream is among the inputs
 */
public record ReadingProgress(long entries, long bytesRead, long bytesTotal) {}
