package org.golivecheck.log.client;

import java.util.List;
import org.golivecheck.log.text.LineParser;

/** Finds what one client logged among the lines of others. */
interface ClientParser extends LineParser {

  /** Returns words of which at least one is in every line with which it begins to log something. */
  List<String> signs();

  /** Returns whether it may take a line without any of these words. */
  boolean isOpen();
}
