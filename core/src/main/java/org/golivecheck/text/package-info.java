/** Text, characters and JSON: what knows nothing of DocuSign, logs or reports. */
@org.jspecify.annotations.NullMarked
package org.golivecheck.text;
