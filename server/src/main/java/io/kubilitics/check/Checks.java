package io.kubilitics.check;

import java.util.List;

/// Every check there is, each with a code of its own.
final class Checks {
  /// What is asked of each object.
  static final List<Check> OF_OBJECTS =
      List.of(
          MissingReference.ofAnyKind(),
          new MissingKey(),
          new StaleReference(),
          MissingReference.of(Code.KUB005, "owns"),
          new ServiceSelectsNothing(),
          MissingReference.of(Code.KUB012, "routes"),
          new DeniedReference(),
          new BudgetBlocks(),
          MissingReference.of(Code.KUB031, "scales"),
          MissingReference.of(Code.KUB050, "binds"),
          MissingReference.of(Code.KUB051, "grants-to"));

  private Checks() {}
}
