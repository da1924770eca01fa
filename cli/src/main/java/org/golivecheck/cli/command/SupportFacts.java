package org.golivecheck.cli.command;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.golivecheck.call.DocuSignHosts;
import org.jspecify.annotations.Nullable;

/**
 * What a support case says beside its findings.
 *
 * @param hosts the hosts of the calls, sorted
 * @param contact the engineer to contact, or null where the user has to fill it in
 * @param expected what should have happened, or null for the usual
 */
record SupportFacts(Set<String> hosts, @Nullable String contact, @Nullable String expected) {

  SupportFacts {
    hosts = new TreeSet<>(hosts);
  }

  /** Returns in which of DocuSign's environments the calls were made, told by their hosts. */
  String environments() {
    boolean demo = false;
    boolean production = false;
    for (String host : hosts) {
      var environment = DocuSignHosts.environment(host.toLowerCase(Locale.ROOT));
      demo |= environment == DocuSignHosts.Environment.DEMO;
      production |= environment == DocuSignHosts.Environment.PRODUCTION;
    }
    if (demo && production) {
      return "Demo and Production";
    }
    return production ? "Production" : demo ? "Demo" : "Environment unknown";
  }
}
