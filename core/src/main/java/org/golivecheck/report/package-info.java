/** The result of a review as redacted data. */
@org.jspecify.annotations.NullMarked
package org.golivecheck.report;
