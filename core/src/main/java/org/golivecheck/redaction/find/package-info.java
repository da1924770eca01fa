/** Finds secrets and personal data in untrusted text, and hides them; depends on nothing else. */
@org.jspecify.annotations.NullMarked
package org.golivecheck.redaction.find;
