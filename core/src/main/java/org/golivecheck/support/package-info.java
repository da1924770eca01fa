/** Support cases: letters to those who have to act, with the report and the redacted logs. */
@org.jspecify.annotations.NullMarked
package org.golivecheck.support;
