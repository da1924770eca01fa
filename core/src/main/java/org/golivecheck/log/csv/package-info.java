/** Reads calls from tables: CSV with any delimiter, told by the names of the columns. */
@org.jspecify.annotations.NullMarked
package org.golivecheck.log.csv;
