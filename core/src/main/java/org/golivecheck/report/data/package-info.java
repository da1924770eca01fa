/** The rows of a report as values. Not exported: what reads a report sees their interfaces. */
@org.jspecify.annotations.NullMarked
package org.golivecheck.report.data;
