package org.golivecheck.cli.option;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.golivecheck.rule.ReviewSettings.Traffic;
import org.jspecify.annotations.Nullable;

/** The options that tell the traffic of one integration with DocuSign from other traffic. */
public final class TrafficArguments {
  public static final OptionSpec GATEWAY_HOST =
      OptionSpec.value("gateway-host", "HOST", "A host of your own in front of DocuSign")
          .manyTimes()
          .forFew();
  public static final OptionSpec INTEGRATION_KEY =
      OptionSpec.value("integration-key", "KEY", "Only calls made with this integration key")
          .forFew();
  public static final OptionSpec ACCOUNT_ALIAS =
      OptionSpec.value("account-alias", "N=GUID", "Number and GUID of the same account")
          .manyTimes()
          .forFew();

  private TrafficArguments() {}

  /**
   * Returns what is said of the traffic.
   *
   * @throws UsageException if a value makes no sense
   */
  static Traffic parse(Arguments arguments) throws UsageException {
    return new Traffic(
        gatewayHosts(arguments.all(GATEWAY_HOST)),
        aliases(arguments.all(ACCOUNT_ALIAS)),
        key(arguments.get(INTEGRATION_KEY)));
  }

  private static Set<String> gatewayHosts(List<String> values) throws UsageException {
    Set<String> hosts = new HashSet<>();
    for (String value : values) {
      boolean bare = value.startsWith("[") ? value.endsWith("]") : value.indexOf(':') < 0;
      if (value.isBlank() || !bare || value.indexOf('/') >= 0 || value.indexOf(' ') >= 0) {
        throw new UsageException(
            "--gateway-host needs the name of a host without scheme, port and path, such as"
                + " esign.example.com, not '"
                + value
                + "'");
      }
      hosts.add(value);
    }
    return hosts;
  }

  private static Map<String, String> aliases(List<String> values) throws UsageException {
    Map<String, String> aliases = new LinkedHashMap<>();
    for (String value : values) {
      int equals = value.indexOf('=');
      String alias = value.substring(0, Math.max(equals, 0)).strip().toLowerCase(Locale.ROOT);
      String account = value.substring(equals + 1).strip().toLowerCase(Locale.ROOT);
      if (equals < 0 || alias.isEmpty() || account.isEmpty() || alias.equals(account)) {
        throw new UsageException(
            "--account-alias needs NUMBER=GUID, two ids of the same account, not '" + value + "'");
      }
      String before = aliases.put(alias, account);
      if (before != null && !before.equals(account)) {
        throw new UsageException(
            "--account-alias says that " + alias + " is " + before + " and also " + account);
      }
    }
    for (Map.Entry<String, String> entry : aliases.entrySet()) {
      if (aliases.containsKey(entry.getValue())) {
        throw new UsageException(
            "--account-alias has "
                + entry.getValue()
                + " on both sides of '='; write the same id on the right for all ids of an"
                + " account");
      }
    }
    return aliases;
  }

  private static @Nullable String key(@Nullable String typed) throws UsageException {
    if (typed != null && typed.isBlank()) {
      throw new UsageException("--integration-key is empty; give a value or leave it out");
    }
    return typed == null ? null : typed.strip();
  }
}
