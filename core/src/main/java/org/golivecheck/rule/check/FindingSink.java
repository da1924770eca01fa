package org.golivecheck.rule.check;

import org.golivecheck.rule.Finding;

/** Takes findings. */
@FunctionalInterface
public interface FindingSink {

  /** Takes one finding. */
  void add(Finding finding);
}
