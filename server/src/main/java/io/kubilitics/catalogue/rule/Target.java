package io.kubilitics.catalogue.rule;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.KeptField;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.model.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which kind a reference means.
public sealed interface Target {
  /// The kind, or null when the reference does not say one.
  @Nullable Kind kind(KeptField anchor, KeptObject object);

  /// The paths beside the reference that it reads.
  List<FieldPath> reads();

  /// Always the same.
  record Fixed(Kind kind) implements Target {
    @Override
    public Kind kind(KeptField anchor, KeptObject object) {
      return kind;
    }

    @Override
    public List<FieldPath> reads() {
      return List.of();
    }
  }

  /// As fields of the reference say.
  ///
  /// @param kind the field with the kind's name
  /// @param group the field with the group, or with the whole `apiVersion`
  /// @param isApiVersion which of the two `group` is
  /// @param defaultGroup when there is no group
  /// @param defaultKind when there is no kind; `""` for none
  record Read(
      FieldPath kind,
      FieldPath group,
      boolean isApiVersion,
      String defaultGroup,
      String defaultKind)
      implements Target {
    @Override
    public @Nullable Kind kind(KeptField anchor, KeptObject object) {
      String name = anchor.scalar(kind);
      if (name == null || name.isEmpty()) {
        name = defaultKind;
      }
      if (name.isEmpty()) {
        return null;
      }
      String read = anchor.scalar(group);
      if (read == null) {
        read = isApiVersion && !defaultGroup.isEmpty() ? defaultGroup + "/" : defaultGroup;
      }
      String apiVersion = isApiVersion || read.isEmpty() ? read : read + "/";
      return object.kindOf(apiVersion, name);
    }

    @Override
    public List<FieldPath> reads() {
      return List.of(kind, group);
    }
  }
}
