/**
 * Reads the request log of the eSignature API: one text per call, and the list of such a log. Not
 * part of the public API.
 */
@org.jspecify.annotations.NullMarked
package org.golivecheck.log.request;
