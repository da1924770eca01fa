package org.golivecheck.rule.review;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.golivecheck.call.Exclusion;
import org.golivecheck.rule.timeline.Timeline;
import org.golivecheck.text.Words;

/** Finds the host that is probably the user's own gateway to DocuSign. */
final class Gateways {
  private static final String PATH = "/restapi/";

  private Gateways() {}

  /**
   * Returns which host to name as a gateway, as a sentence with a space before it: the most
   * frequent of those that received paths of DocuSign's API. Empty if there is none.
   */
  static String advice(Timeline timeline) {
    Map<String, Integer> calls = new TreeMap<>();
    for (int i = 0; i < timeline.size(); i++) {
      if (timeline.kind(i).exclusion() == Exclusion.OTHER_HOST
          && timeline.path(i).toLowerCase(Locale.ROOT).contains(PATH)) {
        calls.merge(timeline.kind(i).host(), 1, Integer::sum);
      }
    }
    String most = "";
    int count = 0;
    for (Map.Entry<String, Integer> host : calls.entrySet()) {
      // It is to be copied into a shell, so it has to be the name of a host and nothing else.
      if (host.getValue() > count && host.getKey().matches("[a-z0-9][a-z0-9.-]*")) {
        most = host.getKey();
        count = host.getValue();
      }
    }
    return count == 0
        ? ""
        : " Paths of "
            + Words.calls(count)
            + " to "
            + most
            + " look like DocuSign's: if it is your gateway to DocuSign, run again with"
            + " --gateway-host "
            + most
            + ".";
  }
}
