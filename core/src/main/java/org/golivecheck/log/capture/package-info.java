/** Reads captures of HTTP traffic, which hold exchanges with their headers and bodies. */
@org.jspecify.annotations.NullMarked
package org.golivecheck.log.capture;
