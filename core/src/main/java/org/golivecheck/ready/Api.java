package org.golivecheck.ready;

import java.util.EnumMap;
import java.util.Map;
import org.golivecheck.call.ApiFamily;
import org.golivecheck.text.JarText;
import org.jspecify.annotations.Nullable;

/**
 * How an API goes to production.
 *
 * @param name its name
 * @param route whether it has a way of its own
 * @param way its way to production in words; empty if nothing is to be said
 * @param plan what the plan has to include; empty if the account's access to the API is all
 * @param scopes the scopes that it needs; empty if they are not known
 */
record Api(String name, Route route, String way, String plan, String scopes) {

  /** The ways to production. */
  enum Route {
    /** The review of eSignature. */
    SELF,
    /** The review of eSignature, then a form. */
    FORM,
    /** A support case. */
    CASE,
    /** Not documented. */
    NONE
  }

  private static final Map<ApiFamily, Api> ALL = read();

  private static Map<ApiFamily, Api> read() {
    Map<ApiFamily, Api> all = new EnumMap<>(ApiFamily.class);
    for (String line : JarText.read(Api.class, "apis.tsv").lines().toList()) {
      String[] cells = line.split("\t", -1);
      all.put(
          ApiFamily.of(cells[0]),
          new Api(cells[1], Route.valueOf(cells[2]), cells[3], cells[4], cells[5]));
    }
    return all;
  }

  /** Returns how an API goes to production, or null for sign-ins and unknown calls. */
  static @Nullable Api of(ApiFamily family) {
    return ALL.get(family);
  }
}
