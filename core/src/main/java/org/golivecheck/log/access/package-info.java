/** Reads the access logs of proxies through which an integration calls: nginx, Apache, Envoy. */
@org.jspecify.annotations.NullMarked
package org.golivecheck.log.access;
