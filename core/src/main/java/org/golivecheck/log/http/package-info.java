/**
 * A request and its answer as any log shows them: headers, times, bodies, and the call they make.
 */
@org.jspecify.annotations.NullMarked
package org.golivecheck.log.http;
