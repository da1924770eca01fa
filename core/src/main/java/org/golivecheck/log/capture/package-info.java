/** Reads captures of HTTP traffic, which contain exchanges with their headers and bodies. */
@org.jspecify.annotations.NullMarked
package org.golivecheck.log.capture;
