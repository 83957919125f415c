package io.kubilitics.check;

import io.kubilitics.model.Finding;

/// Takes what a check finds.
@FunctionalInterface
interface Report {
  void add(Finding finding);
}
