/** Reads the list of request logs that DocuSign's diagnostics give: outcomes without URLs. */
@org.jspecify.annotations.NullMarked
package org.golivecheck.log.listing;
