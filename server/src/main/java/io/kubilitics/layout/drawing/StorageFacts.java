package io.kubilitics.layout.drawing;

import io.kubilitics.model.Kind;
import io.kubilitics.model.Relation;
import java.util.Map;

/// Of what keeps data: `PVC 20Gi · pv 7b31`, `PV 20Gi · shop/data`, `StorageClass · 4`.
final class StorageFacts {
  private static final Relation CLASS_OF = new Relation("class-of");
  private static final int TAIL = 4;

  static final Map<Kind, FactText> ALL =
      Map.of(
          Kind.core("PersistentVolumeClaim"),
          StorageFacts::claim,
          Kind.core("PersistentVolume"),
          StorageFacts::volume,
          new Kind("storage.k8s.io", "StorageClass"),
          StorageFacts::type);

  private StorageFacts() {}

  private static String claim(Subject claim) {
    String volume = tail(claim.text("Volume"));
    return sized(claim) + (volume.isEmpty() ? "" : " · pv " + volume);
  }

  private static String volume(Subject volume) {
    String claim = volume.text("Claim");
    return sized(volume) + (claim.isEmpty() ? "" : " · " + claim);
  }

  private static String type(Subject type) {
    int users = type.countIn(CLASS_OF);
    return users == 0 ? type.word() : type.with(Figures.grouped(users));
  }

  private static String sized(Subject subject) {
    String capacity = subject.text("Capacity");
    return capacity.isEmpty() ? subject.word() : subject.word() + " " + capacity;
  }

  /// What tells volumes apart: provisioners begin all their names alike.
  static String tail(String volume) {
    return volume.length() <= 2 * TAIL ? volume : volume.substring(volume.length() - TAIL);
  }
}
