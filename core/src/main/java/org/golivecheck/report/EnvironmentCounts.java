package org.golivecheck.report;

/**
 * How many calls went to each of DocuSign's environments, by their hosts.
 *
 * @param demo calls to the environment in which integrations are made and reviewed
 * @param production calls to the environment of live integrations
 * @param unknown calls whose host is not known to be DocuSign's
 */
public record EnvironmentCounts(long demo, long production, long unknown) {

  /** Returns whether there are calls, and all went to production. */
  public boolean isProductionAlone() {
    return production > 0 && demo == 0 && unknown == 0;
  }
}
