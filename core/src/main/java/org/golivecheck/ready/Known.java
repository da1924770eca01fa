package org.golivecheck.ready;

import java.util.List;
import java.util.Map;
import org.golivecheck.call.ConsentLink;
import org.golivecheck.call.Grant.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What people have answered, in the configuration.
 *
 * @param answers whether an item is met, by its id
 * @param grant the grant of the integration, or null
 * @param classification the classification of the integration, or null
 * @param review the state of the review, one of {@link #reviews()}, or null
 * @param consent what is known of the link of consent
 */
public record Known(
    Map<String, Boolean> answers,
    @Nullable Kind grant,
    @Nullable String classification,
    @Nullable String review,
    ConsentLink consent) {

  /** Nothing is known. */
  public static final Known NOTHING = new Known(Map.of(), null, null, null, ConsentLink.UNKNOWN);

  /** The classification of an integration that is the product of a third party. */
  public static final String THIRD_PARTY = "third-party";

  /** The state of a review that was passed. */
  static final String LIVE = "live";

  /** The state of a review whose result is not known yet. */
  static final String REQUESTED = "requested";

  /** Returns the classifications that DocuSign offers. */
  public static List<String> classifications() {
    return List.of("private", THIRD_PARTY, "public", "embedded");
  }

  /** Returns the states of a review. */
  public static List<String> reviews() {
    return List.of(REQUESTED, LIVE, "declined", "expired");
  }

  /** Copies the map. */
  public Known {
    answers = Map.copyOf(answers);
  }
}
