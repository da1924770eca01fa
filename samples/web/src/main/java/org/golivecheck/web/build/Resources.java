package org.golivecheck.web.build;

import java.util.List;
import org.teavm.classlib.ResourceSupplier;
import org.teavm.classlib.ResourceSupplierContext;

/** Puts the tables and pages of core into the compiled program. */
public final class Resources implements ResourceSupplier {
  /** The property with the names of the resources, one per line. */
  static final String NAMES = "golive-check.resources";

  @Override
  public String[] supplyResources(ResourceSupplierContext context) {
    return List.of(context.getProperties().getProperty(NAMES).split("\n")).toArray(String[]::new);
  }
}
