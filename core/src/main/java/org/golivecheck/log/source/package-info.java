/**
 * Gets the bytes of logs out of files, folders, streams and archives, and hands them to readers.
 */
@org.jspecify.annotations.NullMarked
package org.golivecheck.log.source;
