package io.kubilitics.catalogue.file;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.FieldText;
import io.kubilitics.catalogue.file.KindEntry.NamedText;
import io.kubilitics.catalogue.health.HealthRule;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads one entry of `kinds:`.
final class KindReader {
  private static final Set<String> FIELDS =
      Set.of(
          "plural",
          "short",
          "formerly",
          "scope",
          "category",
          "icon",
          "template",
          "pods",
          "ignore",
          "secret",
          "health",
          "columns",
          "features");
  private static final Set<String> COLUMN_FIELDS = Set.of("name", "type", "text");
  private static final Set<String> COLUMN_TYPES = Set.of("text", "integer", "date");

  private KindReader() {}

  static KindEntry read(String group, String name, YamlNode.Mapping kind) {
    kind.allowOnly(FIELDS);
    if (name.isEmpty() || name.contains(".") || name.contains("/")) {
      throw new InvalidFileException(kind.line(), "'" + name + "' is no name of a kind");
    }
    YamlNode template = kind.get("template");
    List<NamedText> texts = new ArrayList<>();
    kind.list("columns").forEach(column -> texts.add(column(column.asMapping())));
    kind.map("features")
        .forEach((feature, text) -> texts.add(new NamedText(feature, null, text(text))));
    HealthRule health = HealthReader.read(kind);
    return new KindEntry(
        kind.line(),
        new Kind(group, name),
        kind.text("plural"),
        kind.texts("short"),
        kind.texts("formerly"),
        Choice.read(kind, "scope", new Scope[] {Scope.NAMESPACED, Scope.CLUSTER}, null),
        kind.text("category"),
        kind.text("icon"),
        template == null ? null : Paths.read(template),
        paths(kind, "pods"),
        paths(kind, "ignore"),
        paths(kind, "secret"),
        health,
        texts,
        List.of());
  }

  private static List<FieldPath> paths(YamlNode.Mapping kind, String field) {
    List<FieldPath> paths = new ArrayList<>();
    kind.list(field).forEach(node -> paths.addAll(Paths.readAll(node)));
    return paths;
  }

  private static NamedText column(YamlNode.Mapping column) {
    column.allowOnly(COLUMN_FIELDS);
    String type = column.text("type", "text");
    if (!COLUMN_TYPES.contains(type)) {
      throw new InvalidFileException(
          column.line(), "a column's type is text, integer or date, not '" + type + "'");
    }
    YamlNode text = column.get("text");
    if (text == null) {
      throw new InvalidFileException(column.line(), "the field 'text' is missing");
    }
    return new NamedText(column.text("name"), type, text(text));
  }

  private static FieldText text(YamlNode node) {
    try {
      return FieldText.parse(node.asText());
    } catch (IllegalArgumentException e) {
      throw new InvalidFileException(node.line(), reason(e));
    }
  }

  private static String reason(@Nullable IllegalArgumentException e) {
    String message = e == null ? null : e.getMessage();
    return message == null ? "not understood" : message;
  }
}
