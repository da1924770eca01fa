package org.golivecheck.cli.fetch;

import java.util.ArrayList;
import java.util.List;

/** Keeps the messages to the user. */
final class Told implements LogFetcher.Listener {
  final List<String> warnings = new ArrayList<>();
  final List<String> details = new ArrayList<>();

  @Override
  public void warning(String message) {
    warnings.add(message);
  }

  @Override
  public void detail(String message) {
    details.add(message);
  }
}
