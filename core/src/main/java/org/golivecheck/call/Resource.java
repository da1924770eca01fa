package org.golivecheck.call;

import org.golivecheck.text.Ascii;

/** Renders the path of a call so that it distinguishes resources but contains no personal data. */
final class Resource {
  private static final int SHOWN = 8;

  private Resource() {}

  static String of(String template, String path) {
    StringBuilder resource = new StringBuilder(path.length());
    Segments names = new Segments(template);
    Segments values = new Segments(path);
    while (names.next()) {
      String name = names.text();
      resource.append('/');
      if (values.next() && name.indexOf('{') >= 0) {
        appendValue(resource, name, values);
      } else {
        resource.append(name);
      }
    }
    return resource.isEmpty() ? "/" : resource.toString();
  }

  private static void appendValue(StringBuilder resource, String name, Segments value) {
    String text = value.isGuid() ? Ascii.lower(value.text()) : value.text();
    if (value.isPlain() || value.isVersion()) {
      resource.append(text, 0, Math.min(SHOWN, text.length()));
    } else {
      resource.append(name);
    }
  }
}
