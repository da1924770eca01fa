/**
 * Requests and their responses as any log shows them: headers, times, bodies, and the calls they
 * make. Not part of the public API.
 */
@org.jspecify.annotations.NullMarked
package org.golivecheck.log.exchange;
