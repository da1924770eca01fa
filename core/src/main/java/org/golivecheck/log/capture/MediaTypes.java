package org.golivecheck.log.capture;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells by its type what the body of a response may contain. */
final class MediaTypes {
  private static final List<String> OF_DOCUMENTS =
      List.of(
          "image/",
          "audio/",
          "video/",
          "font/",
          "application/pdf",
          "application/zip",
          "application/octet-stream",
          "application/javascript",
          "text/javascript",
          "text/css");

  private MediaTypes() {}

  /** Returns whether a body may be one in which DocuSign tells of errors: no document. */
  static boolean mayTellErrors(@Nullable String type) {
    return type == null
        || OF_DOCUMENTS.stream().noneMatch(t -> type.regionMatches(true, 0, t, 0, t.length()));
  }
}
