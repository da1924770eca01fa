/** The time line: calls as compact rows, sorted, without duplicates, with their polling pairs. */
@org.jspecify.annotations.NullMarked
package org.golivecheck.rule.timeline;
