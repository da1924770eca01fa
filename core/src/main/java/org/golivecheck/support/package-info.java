/** Support cases: letters to everyone who has to act, with the report and the redacted logs. */
@org.jspecify.annotations.NullMarked
package org.golivecheck.support;
