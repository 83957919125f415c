package io.kubilitics.source.cluster.kubeconfig;

import io.kubilitics.source.Place;

/// What is wrong with a kubeconfig, without a word of what it holds: a file that cannot be read, or
/// a part of it that counts for nothing.
public record KubeconfigRemark(Place place, String reason) {
  @Override
  public String toString() {
    return place + ": " + reason;
  }
}
