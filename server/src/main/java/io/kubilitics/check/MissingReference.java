package io.kubilitics.check;

import io.kubilitics.check.Subject.Reference;
import io.kubilitics.model.Edge.End;
import io.kubilitics.model.EdgeState;
import io.kubilitics.model.Finding.Level;
import io.kubilitics.model.Harm.Outcome;
import io.kubilitics.model.Kind;
import java.util.Set;
import java.util.function.Predicate;

/// A reference to something that does not exist. How bad it is follows from what the loss of the
/// target does to the object. What will be made by somebody else is not missing; relations that
/// controllers write lag behind and say nothing.
final class MissingReference implements Check {
  /// Written by controllers, outliving their targets by nature, or coming into being by themselves.
  private static final Set<String> WITHOUT_A_FAULT =
      Set.of("claims", "targets", "backs", "snapshots", "lease-of", "part-of");

  private static final Set<String> OF_OTHER_CODES =
      Set.of("owns", "routes", "scales", "binds", "grants-to", "calls-webhook");

  private final Code code;
  private final Predicate<String> relations;

  private MissingReference(Code code, Predicate<String> relations) {
    this.code = code;
    this.relations = relations;
  }

  /// Whatever no other code is about.
  static Check ofAnyKind() {
    return new MissingReference(
        Code.KUB001,
        relation -> !WITHOUT_A_FAULT.contains(relation) && !OF_OTHER_CODES.contains(relation));
  }

  /// One relation.
  static Check of(Code code, String relation) {
    return new MissingReference(code, relation::equals);
  }

  @Override
  public Code code() {
    return code;
  }

  @Override
  public Set<Kind> kinds() {
    return Set.of();
  }

  @Override
  public void check(Subject subject, Report report) {
    subject
        .broken(EdgeState.MISSING)
        .filter(reference -> relations.test(reference.relation()))
        .filter(reference -> !isExpected(subject, reference))
        .forEach(reference ->
            report.add(
                subject.finding(
                    code,
                    level(subject.world(), reference),
                    reference.evidence().path(),
                    message(reference),
                    reference.other())));
  }

  /// Whether the target will come, or need not be there.
  private static boolean isExpected(Subject subject, Reference reference) {
    boolean isProduced = !subject.world().sources(reference.other(), "produces").isEmpty();
    return isProduced || isSettled(subject, reference);
  }

  /// A volume's class is only a word that its claim must share, and so is a claim's when there are
  /// volumes with it. A claim that has its volume does not need what it was filled from. Bindings
  /// of the control plane come with the cluster, whether or not what they are for does.
  private static boolean isSettled(Subject subject, Reference reference) {
    return switch (subject.id().kind().toString()) {
      case "PersistentVolume" -> reference.relation().equals("class-of");
      case "PersistentVolumeClaim" ->
          (!reference.relation().equals("bound-to") && !subject.targetObjects("bound-to").isEmpty())
              || (reference.relation().equals("class-of") && hasVolumes(subject, reference));
      case "RoleBinding.rbac.authorization.k8s.io",
          "ClusterRoleBinding.rbac.authorization.k8s.io" ->
          subject.id().name().startsWith("system:");
      default -> false;
    };
  }

  private static boolean hasVolumes(Subject subject, Reference reference) {
    return subject.world().sources(reference.other(), "class-of").stream()
        .anyMatch(source -> source.id().kind().name().equals("PersistentVolume"));
  }

  static Level level(World world, Reference reference) {
    var relation = world.network().relation(world.relation(reference.relation()));
    boolean isSource =
        reference.edge().evidence().stream()
            .anyMatch(reading ->
                reading.end() == End.SOURCE && reading.evidence().equals(reference.evidence()));
    Outcome outcome = isSource ? relation.harm().targetDeleted() : relation.harm().sourceDeleted();
    return switch (outcome.all()) {
      case BREAKS, DELETES -> world.ifClosed(Level.ERROR);
      case DEGRADES, NONE -> Level.WARNING;
    };
  }

  private static String message(Reference reference) {
    return Names.of(reference.other()) + " does not exist.";
  }
}
