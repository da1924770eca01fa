package org.golivecheck.web.jdk.com.fasterxml.jackson.core.util;

/** Names are compared by their characters, so none needs to be the only one. */
public final class InternCache {
  /** The one cache. */
  public static final InternCache instance = new InternCache();

  private InternCache() {}

  /** Returns the text. */
  public String intern(String text) {
    return text;
  }
}
