/** Reads the access logs of proxies between an integration and DocuSign: nginx, Apache, Envoy. */
@org.jspecify.annotations.NullMarked
package org.golivecheck.log.access;
