package io.kubilitics.check;

/// Looks for one thing that only the whole snapshot shows. Pure, stateless, used by any thread.
interface WorldCheck {
  Code code();

  void check(World world, Report report);
}
