package org.golivecheck.report;

/** What a run is divided into, so that each part has its own verdict. */
public enum PartKind {
  /** Each input: a file, or a folder with all its files. */
  INPUT("input", "inputs"),
  /** Each account, by the id in the URL or beside it. */
  ACCOUNT("account", "accounts"),
  /** Each integration key. */
  KEY("key", "integration keys");

  private final String id;
  private final String plural;

  PartKind(String id, String plural) {
    this.id = id;
    this.plural = plural;
  }

  /** Returns the name used on the command line and in reports. */
  public String id() {
    return id;
  }

  /** Returns several of them in words. */
  public String plural() {
    return plural;
  }
}
