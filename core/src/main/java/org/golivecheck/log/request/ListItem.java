package org.golivecheck.log.request;

import org.jspecify.annotations.Nullable;

/** One item of the list, as far as it was read. Reused; not thread-safe. */
final class ListItem {
  private static final int LONGEST = 200;

  private @Nullable String status;
  private @Nullable String operation;
  private @Nullable String time;
  private boolean any;

  void clear() {
    status = null;
    operation = null;
    time = null;
    any = false;
  }

  /** Reads a member. Of members with unknown names, only the presence is noted. */
  void put(String name, String value) {
    any = true;
    String text = value.strip();
    String kept = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    switch (name) {
      case "status" -> status = kept;
      case "description" -> operation = kept.isEmpty() ? null : kept;
      case "createdDateTime" -> time = kept;
      default -> {
        // Ids of the logs themselves, which occur nowhere else.
      }
    }
  }

  /** Returns whether nothing was read of it. */
  boolean isEmpty() {
    return !any;
  }

  @Nullable String status() {
    return status;
  }

  @Nullable String operation() {
    return operation;
  }

  @Nullable String time() {
    return time;
  }
}
