/** Text, characters and JSON, independent of DocuSign, logs and reports. */
@org.jspecify.annotations.NullMarked
package org.golivecheck.text;
