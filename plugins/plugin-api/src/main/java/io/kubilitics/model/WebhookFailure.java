package io.kubilitics.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What becomes of the requests that a webhook matches when it cannot be called.
public final class WebhookFailure {
  /// The feature of a webhook configuration that holds the numbers of the webhooks that fail
  /// closed, from 0, separated by commas.
  public static final String FEATURE = "failsClosed";

  private static final Pattern NUMBER = Pattern.compile("webhooks\\[([0-9]+)]");

  private WebhookFailure() {}

  /// Whether they are refused. What is called at another place than `webhooks[…]`, such as the
  /// conversion of a CustomResourceDefinition, cannot be done without.
  ///
  /// @param path of the reference to what is called
  public static boolean refuses(Features features, String path) {
    Matcher number = NUMBER.matcher(path);
    if (!number.lookingAt()) {
      return true;
    }
    String closed = features.get(FEATURE);
    return closed != null && FeatureParts.split(closed, ',').contains(number.group(1));
  }
}
