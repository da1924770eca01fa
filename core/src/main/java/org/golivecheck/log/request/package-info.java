/**
 * Reads the request log of the eSignature API: one text for each call. Not part of the public API.
 */
@org.jspecify.annotations.NullMarked
package org.golivecheck.log.request;
