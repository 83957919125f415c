package io.kubilitics.catalogue.rule;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptField;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.model.Evidence;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Relation;
import java.util.List;
import java.util.function.Consumer;

/// Every entry of `metadata.ownerReferences` names an owner, which the engine looks up by kind,
/// namespace and name, and compares by uid.
final class OwnerReferences implements Rule {
  private static final FieldPath REFERENCES = FieldPath.parse("metadata.ownerReferences[]");
  private static final FieldPath API_VERSION = FieldPath.parse("apiVersion");
  private static final FieldPath KIND = FieldPath.parse("kind");
  private static final FieldPath NAME = FieldPath.parse("name");
  private static final FieldPath UID = FieldPath.parse("uid");
  private static final FieldPath CONTROLLER = FieldPath.parse("controller");

  @Override
  public List<FieldPath> reads() {
    return List.of(REFERENCES);
  }

  @Override
  public void facts(KeptObject object, Consumer<Fact> found) {
    object.walk(REFERENCES, reference -> read(reference, object, found));
  }

  private static void read(KeptField reference, KeptObject object, Consumer<Fact> found) {
    String kindName = reference.scalar(KIND);
    String name = reference.scalar(NAME);
    String apiVersion = reference.scalar(API_VERSION);
    String uid = reference.scalar(UID);
    if (kindName == null || kindName.isEmpty() || name == null || name.isEmpty()) {
      return;
    }
    Kind kind = object.kindOf(apiVersion == null ? "" : apiVersion, kindName);
    found.accept(
        new Fact.OwnedBy(
            Relation.OWNS,
            new Evidence(reference.path(), name),
            uid == null ? "" : uid,
            kind,
            name,
            object.scopeOf(kind),
            "true".equals(reference.scalar(CONTROLLER))));
  }
}
