package org.golivecheck.log;

/**
 * How far reading has come.
 *
 * @param entries entries and records read so far, whether or not they are calls
 * @param bytesRead bytes read from files and streams so far, as they lie there
 * @param bytesTotal bytes that there are to read, or -1 where a stream is among the inputs
 */
public record ReadingProgress(long entries, long bytesRead, long bytesTotal) {}
