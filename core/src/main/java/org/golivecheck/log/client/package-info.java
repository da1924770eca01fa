/** Logs of HTTP clients as text: requests and answers in lines of their own. */
@org.jspecify.annotations.NullMarked
package org.golivecheck.log.client;
