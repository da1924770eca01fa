/** The result as redacted data, and one writer a format. */
@org.jspecify.annotations.NullMarked
package org.golivecheck.report;
