package io.kubilitics.catalogue.rule;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.model.Fact;
import java.util.List;
import java.util.function.Consumer;

/// The template of a Pod's ephemeral volume is of a StorageClass as any claim is, see
/// [ClassOfClaim].
final class ClassOfEphemeralClaim implements Rule {
  private final FieldPath claims;

  /// @param template where the pod template is in its object, [FieldPath#SELF] for a Pod
  ClassOfEphemeralClaim(FieldPath template) {
    claims = template.then(FieldPath.parse("spec.volumes[].ephemeral.volumeClaimTemplate"));
  }

  @Override
  public List<FieldPath> reads() {
    return List.of(
        claims.then(FieldPath.parse(ClassOfClaim.ANNOTATION)),
        claims.then(FieldPath.parse(ClassOfClaim.FIELD)));
  }

  @Override
  public void facts(KeptObject object, Consumer<Fact> found) {
    object.walk(claims, claim -> ClassOfClaim.read(claim).forEach(found));
  }
}
