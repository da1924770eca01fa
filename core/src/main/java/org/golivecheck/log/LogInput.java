package org.golivecheck.log;

/**
 * What was read from one input.
 *
 * @param name the input's name as given: a file, a folder with all its files, or {@code -}
 * @param format the name of the reader, such as {@code request-log}
 * @param entries how many files or records in it describe, or should describe, a call
 * @param calls how many calls were read from it, before filters and duplicates
 * @param skipped how many files in it were passed over as no logs: an archive's folders, empty
 *     files, links, the finder's own files
 */
public record LogInput(String name, String format, long entries, long calls, long skipped) {}
