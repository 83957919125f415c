package io.kubilitics.catalogue.file;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.FieldText;
import io.kubilitics.catalogue.health.HealthRule;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A kind as a file describes it.
///
/// @param template where its pod template is, or null; [FieldPath#SELF] for a Pod
/// @param pods fields that show whether there are Pods of it now: set and not 0
/// @param ignore where a change is no change
/// @param secret what must never be kept
/// @param health how its objects are where no rule of code says
/// @param texts columns, then features
/// @param groupings words under which kubectl lists several kinds
public record KindEntry(
    int line,
    Kind kind,
    String plural,
    List<String> shortNames,
    List<String> formerGroups,
    Scope scope,
    String category,
    String icon,
    @Nullable FieldPath template,
    List<FieldPath> pods,
    List<FieldPath> ignore,
    List<FieldPath> secret,
    HealthRule health,
    List<NamedText> texts,
    List<String> groupings) {

  /// A text made of fields, under a name.
  ///
  /// @param columnType null for a feature that is no column
  public record NamedText(String name, @Nullable String columnType, FieldText text) {}

  public KindEntry {
    shortNames = List.copyOf(shortNames);
    formerGroups = List.copyOf(formerGroups);
    pods = List.copyOf(pods);
    ignore = List.copyOf(ignore);
    secret = List.copyOf(secret);
    texts = List.copyOf(texts);
    groupings = List.copyOf(groupings);
  }
}
