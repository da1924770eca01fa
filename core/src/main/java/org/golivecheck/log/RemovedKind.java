package org.golivecheck.log;

/** What redaction removes from a log. */
public enum RemovedKind {
  /** Bearer and web tokens. */
  TOKEN("token", "tokens"),
  /** Passwords and other credentials, and long encoded text. */
  SECRET("secret", "secrets"),
  /** Private keys. */
  KEY("private key", "private keys"),
  /** Bodies, or parts of them, that are not text. */
  DOCUMENT("document", "documents"),
  /** E-mail addresses. */
  EMAIL("e-mail address", "e-mail addresses"),
  /** IP addresses. */
  ADDRESS("IP address", "IP addresses"),
  /** Values of fields that contain personal data. */
  PERSONAL("personal value", "personal values"),
  /** Ids, each replaced by a pseudonym. */
  ID("id replaced", "ids replaced");

  private final String one;
  private final String many;

  RemovedKind(String one, String many) {
    this.one = one;
    this.many = many;
  }

  /** Returns a count of the kind in words, such as {@code 30 e-mail addresses}. */
  public String count(long count) {
    return count + " " + (count == 1 ? one : many);
  }
}
