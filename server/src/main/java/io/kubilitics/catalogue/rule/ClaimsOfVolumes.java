package io.kubilitics.catalogue.rule;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptField;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.model.Evidence;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Presence;
import io.kubilitics.model.Relation;
import io.kubilitics.model.ResourceId;
import java.util.List;
import java.util.function.Consumer;

/// A Pod, and a pod template, mounts the claims that its volumes name. That it only reads one is
/// the key of the evidence.
final class ClaimsOfVolumes implements Rule {
  private static final Relation MOUNTS = new Relation("mounts");
  private static final FieldPath NAME = FieldPath.parse("claimName");
  private static final FieldPath READ_ONLY = FieldPath.parse("readOnly");

  private final FieldPath claims;

  /// @param template where the pod template is in its object, [FieldPath#SELF] for a Pod
  ClaimsOfVolumes(FieldPath template) {
    claims = template.then(FieldPath.parse("spec.volumes[].persistentVolumeClaim"));
  }

  @Override
  public List<FieldPath> reads() {
    return List.of(claims.then(NAME), claims.then(READ_ONLY));
  }

  @Override
  public void facts(KeptObject object, Consumer<Fact> found) {
    object.walk(claims, claim -> read(claim, object, found));
  }

  private static void read(KeptField claim, KeptObject object, Consumer<Fact> found) {
    String name = claim.scalar(NAME);
    String namespace = object.id().namespace();
    if (name == null || name.isEmpty() || namespace.isEmpty()) {
      return;
    }
    String attributes = "true".equals(claim.scalar(READ_ONLY)) ? "readOnly" : "";
    found.accept(
        new Fact.Names(
            MOUNTS,
            new Evidence(claim.path(), name).withAttributes(attributes),
            new ResourceId(Kinds.PERSISTENT_VOLUME_CLAIM, namespace, name),
            Presence.REQUIRED));
  }
}
