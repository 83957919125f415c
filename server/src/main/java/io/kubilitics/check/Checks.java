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
          MissingOwner.nowhere(),
          MissingOwner.elsewhere(),
          new ServiceSelectsNothing(),
          new ServicePortUnserved(),
          MissingReference.of(Code.KUB012, "routes"),
          new BackendPortMissing(),
          new DeniedReference(),
          new SelectsSeveralWorkloads(),
          new IsolatedPods(),
          new UnfixedImage(),
          new NoRequests(),
          new BudgetBlocks(),
          MissingReference.of(Code.KUB031, "scales"),
          new AutoscalerWithoutRequests(),
          new ClaimWithoutClass(),
          new UnmountedClaim(),
          Orphan.configMap(),
          Orphan.secret(),
          MissingReference.of(Code.KUB050, "binds"),
          MissingReference.of(Code.KUB051, "grants-to"),
          new WebhookGone(),
          new OldApiVersion());

  /// What is asked of the whole.
  static final List<WorldCheck> OF_WORLDS = List.of(new DependencyCycle(), new MissingNamespace());

  private Checks() {}
}
