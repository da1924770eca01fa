package org.golivecheck.web.jdk;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.zip.ZipEntry;

@MethodsOf(ZipEntry.class)
final class ZipEntryMethods {
  private ZipEntryMethods() {}

  public static void setTimeLocal(ZipEntry entry, LocalDateTime time) {
    entry.setTime(time.toInstant(ZoneOffset.UTC).toEpochMilli());
  }
}
