package io.kubilitics.layout.outline;

import io.kubilitics.model.NaturalOrder;
import io.kubilitics.model.ResourceId;
import java.util.Comparator;

/// The orders in which objects are drawn.
public final class FixedOrder {
  /// By name as people order names, then by the rest of the id.
  public static final Comparator<ResourceId> BY_NAME =
      Comparator.comparing(ResourceId::name, NaturalOrder.INSTANCE)
          .thenComparing(ResourceId::namespace)
          .thenComparing(ResourceId::kind);

  /// By rank of the kind, then kind, then name.
  public static final Comparator<ResourceId> BY_KIND =
      Comparator.comparingInt((ResourceId id) -> KindRank.of(id.kind()))
          .thenComparing(ResourceId::kind)
          .thenComparing(BY_NAME);

  private FixedOrder() {}
}
