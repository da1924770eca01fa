package org.golivecheck.call;

import java.util.HashMap;
import java.util.Map;
import org.golivecheck.text.Ascii;
import org.golivecheck.text.Table;

/** Maps the names that request logs give to operations to those that DocuSign documents. */
final class LoggedNames {
  private LoggedNames() {}

  /** Returns the documented name for the name in a log, or an empty string. */
  static String documented(String loggedName) {
    return Holder.NAMES.getOrDefault(Ascii.lower(loggedName.strip()), "");
  }

  private static final class Holder {
    static final Map<String, String> NAMES = new HashMap<>();

    static {
      for (String[] row : Table.readPairs(LoggedNames.class, "operation-names.tsv")) {
        NAMES.put(Ascii.lower(row[0]), row[1]);
        NAMES.put(Ascii.lower(row[1]), row[1]);
      }
    }
  }
}
