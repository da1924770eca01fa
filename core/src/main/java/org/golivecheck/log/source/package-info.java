/**
 * Reads the bytes of logs from files, folders, streams and archives, and passes them to readers.
 */
@org.jspecify.annotations.NullMarked
package org.golivecheck.log.source;
