/**
 * Text of a log that may be shown: {@link org.golivecheck.redaction.SafeText}, which only a {@link
 * org.golivecheck.redaction.Redactor} creates.
 */
@org.jspecify.annotations.NullMarked
package org.golivecheck.redaction;
