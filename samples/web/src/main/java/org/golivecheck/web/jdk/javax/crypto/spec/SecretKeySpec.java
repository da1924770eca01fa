package org.golivecheck.web.jdk.javax.crypto.spec;

import org.golivecheck.web.jdk.java.security.Key;

/** A key of bytes. */
public record SecretKeySpec(byte[] bytes, String algorithm) implements Key {}
