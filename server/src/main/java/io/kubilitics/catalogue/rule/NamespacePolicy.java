package io.kubilitics.catalogue.rule;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptField;
import io.kubilitics.model.ResourceId;
import java.util.List;

/// Where a namespaced target of a reference lives.
public sealed interface NamespacePolicy {
  /// The namespace, `""` when none can be told.
  String namespace(KeptField anchor, ResourceId own);

  /// Whether the reference says where its target lives, so that only one place can be meant.
  default boolean isSaid(KeptField anchor) {
    return false;
  }

  /// The paths beside the reference that it reads.
  default List<FieldPath> reads() {
    return List.of();
  }

  /// In the namespace of the object that names it.
  ///
  /// @param always whether that is certain even of a kind of which nobody knows where its objects
  ///   live
  record Own(boolean always) implements NamespacePolicy {
    @Override
    public String namespace(KeptField anchor, ResourceId own) {
      return own.namespace();
    }

    @Override
    public boolean isSaid(KeptField anchor) {
      return always;
    }
  }

  /// Always in the same one, by an operator's convention.
  record Is(String namespace) implements NamespacePolicy {
    @Override
    public String namespace(KeptField anchor, ResourceId own) {
      return namespace;
    }
  }

  /// Where a field of the reference says.
  ///
  /// @param ownOtherwise the own namespace when the field is absent; otherwise there is no target
  record Said(FieldPath field, boolean ownOtherwise) implements NamespacePolicy {
    @Override
    public String namespace(KeptField anchor, ResourceId own) {
      String said = anchor.scalar(field);
      if (said != null && !said.isEmpty()) {
        return said;
      }
      return ownOtherwise ? own.namespace() : "";
    }

    @Override
    public boolean isSaid(KeptField anchor) {
      String said = anchor.scalar(field);
      return said != null && !said.isEmpty();
    }

    @Override
    public List<FieldPath> reads() {
      return List.of(field);
    }
  }
}
