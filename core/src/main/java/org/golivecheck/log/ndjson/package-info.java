/** Reads logs of JSON records: one a line, or in an array. */
@org.jspecify.annotations.NullMarked
package org.golivecheck.log.ndjson;
