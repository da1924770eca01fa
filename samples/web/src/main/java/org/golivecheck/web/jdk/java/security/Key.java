package org.golivecheck.web.jdk.java.security;

/** A secret. */
public interface Key {
  /** Returns the secret. */
  byte[] bytes();
}
