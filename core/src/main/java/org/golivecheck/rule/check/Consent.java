package org.golivecheck.rule.check;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.golivecheck.call.ConsentLink;
import org.golivecheck.call.DocuSignHosts;
import org.golivecheck.call.DocuSignHosts.Environment;
import org.golivecheck.call.Grant;
import org.golivecheck.rule.timeline.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * Builds the link for the consent of the user of a refused call, from what the log shows and,
 * failing that, from what the user has configured.
 */
final class Consent {
  private final Timeline timeline;
  private final ConsentLink known;

  Consent(ReviewContext context) {
    timeline = context.timeline();
    known = context.consent();
  }

  /** Returns the link; a part that the log does not show is a blank. */
  String link(int call) {
    String key = key(call);
    Environment environment = environment(call);
    Grant grant = timeline.detail(call).grant();
    ConsentLink link =
        new ConsentLink(
                ConsentLink.account(environment),
                key,
                grant.scopes(),
                redirectUri(call, key, environment))
            .or(known);
    return (grant.kind() == Grant.Kind.JWT ? link.forJwt() : link).forUser();
  }

  /** Returns the key of the call or, where it shows none, the only one of the log. */
  private @Nullable String key(int call) {
    String key = timeline.kind(call).key();
    if (key != null) {
      return key;
    }
    Set<String> keys = new HashSet<>();
    for (int i = 0; i < timeline.size(); i++) {
      String other = timeline.kind(i).key();
      if (other != null) {
        keys.add(other);
      }
    }
    return keys.size() == 1 ? keys.iterator().next() : null;
  }

  /**
   * Returns the environment of the call's host or, where it shows none, the only one of the log.
   */
  private @Nullable Environment environment(int call) {
    Environment environment = DocuSignHosts.environment(timeline.kind(call).host());
    if (environment != null) {
      return environment;
    }
    Set<Environment> environments = new HashSet<>();
    for (int i = 0; i < timeline.size(); i++) {
      Environment other = DocuSignHosts.environment(timeline.kind(i).host());
      if (other != null) {
        environments.add(other);
      }
    }
    return environments.size() == 1 ? environments.iterator().next() : null;
  }

  /**
   * Returns the redirect URI of the call or, where it shows none, the newest that the same key used
   * in the same environment.
   */
  private @Nullable String redirectUri(
      int call, @Nullable String key, @Nullable Environment environment) {
    String own = timeline.detail(call).grant().redirectUri();
    for (int i = timeline.size() - 1; own == null && i >= 0; i--) {
      if (Objects.equals(timeline.kind(i).key(), key)
          && DocuSignHosts.environment(timeline.kind(i).host()) == environment) {
        own = timeline.detail(i).grant().redirectUri();
      }
    }
    return own;
  }
}
