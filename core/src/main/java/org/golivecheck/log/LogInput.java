package org.golivecheck.log;

/**
 * What was read from one input.
 *
 * @param name the input's name as given: a file, a folder with all its files, or {@code -}
 * @param format the name of the reader, such as {@code request-log}
 * @param entries how many files or records in it describe, or should describe, a call
 * @param calls how many calls were read from it, before filters and duplicates
 * @param skipped how much of it was skipped because it is not a call: an archive's folders, empty
 *     files, links, files added by the Mac's Finder, records of an application's log that describe
 *     no call
 */
public record LogInput(String name, String format, long entries, long calls, long skipped) {}
