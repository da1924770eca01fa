package org.golivecheck.log.request;

/**
 * A line that may be the status line.
 *
 * @param ordinal its number among the lines of the entry that have the form of a status line,
 *     counted from 1; the same whenever the same entry is read
 * @param status the HTTP status, of three digits
 * @param requestBytes how many bytes lie between the request headers and this line, without the
 *     line breaks before it
 * @param endsContent whether, of the lines so far, the request body most likely ends before this
 *     one by its {@code Content-Length}
 */
record StatusCandidate(int ordinal, int status, long requestBytes, boolean endsContent) {}
