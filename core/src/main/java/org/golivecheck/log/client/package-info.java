/** Logs of HTTP clients as text: requests and responses in lines of their own. */
@org.jspecify.annotations.NullMarked
package org.golivecheck.log.client;
