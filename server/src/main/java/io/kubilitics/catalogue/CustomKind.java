package io.kubilitics.catalogue;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.field.FieldText;
import io.kubilitics.catalogue.field.KeptField;
import io.kubilitics.catalogue.field.KeptObject;
import io.kubilitics.catalogue.file.KindEntry;
import io.kubilitics.catalogue.file.KindEntry.NamedText;
import io.kubilitics.catalogue.health.ConditionsHealth;
import io.kubilitics.catalogue.mask.CredentialNames;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Scope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a cluster says of a kind that it serves: its CustomResourceDefinition says names, scope,
/// and the columns that kubectl prints for the version that is stored; its API server alone says
/// names and scope.
public final class CustomKind {
  static final Kind DEFINITION = new Kind("apiextensions.k8s.io", "CustomResourceDefinition");

  static final List<String> READS =
      List.of(
          "spec.group",
          "spec.names",
          "spec.scope",
          "spec.additionalPrinterColumns",
          "spec.versions[].name",
          "spec.versions[].served",
          "spec.versions[].storage",
          "spec.versions[].additionalPrinterColumns");

  private static final FieldPath GROUP = FieldPath.parse("spec.group");
  private static final FieldPath KIND = FieldPath.parse("spec.names.kind");
  private static final FieldPath PLURAL = FieldPath.parse("spec.names.plural");
  private static final FieldPath SHORT = FieldPath.parse("spec.names.shortNames[]");
  private static final FieldPath CATEGORIES = FieldPath.parse("spec.names.categories[]");
  private static final FieldPath SCOPE = FieldPath.parse("spec.scope");
  private static final FieldPath VERSIONS = FieldPath.parse("spec.versions[]");
  private static final FieldPath SERVED = FieldPath.parse("served");
  private static final FieldPath STORAGE = FieldPath.parse("storage");
  private static final FieldPath COLUMNS = FieldPath.parse("additionalPrinterColumns[]");
  private static final FieldPath OLD_COLUMNS = FieldPath.parse("spec.additionalPrinterColumns[]");
  private static final FieldPath NAME = FieldPath.parse("name");
  private static final FieldPath TYPE = FieldPath.parse("type");
  private static final FieldPath JSON_PATH = FieldPath.parse("jsonPath");
  private static final FieldPath OLD_JSON_PATH = FieldPath.parse("JSONPath");

  /// As many as anybody would look at.
  private static final int MOST_COLUMNS = 32;

  private static final int MOST_NAMES = 32;
  private static final int LONGEST_NAME = 253;

  private final KindEntry entry;
  private final boolean isDefined;

  private CustomKind(KindEntry entry, boolean isDefined) {
    this.entry = entry;
    this.isDefined = isDefined;
  }

  /// What an API server says of a kind it serves. Names that are none are left out.
  ///
  /// @param plural as in its path
  public static CustomKind served(
      Kind kind, String plural, Scope scope, List<String> shortNames, List<String> categories) {
    return new CustomKind(
        entry(kind, plural, scope, names(shortNames), List.of(), names(categories)), false);
  }

  private static KindEntry entry(
      Kind kind,
      String plural,
      Scope scope,
      List<String> shortNames,
      List<NamedText> columns,
      List<String> categories) {
    return new KindEntry(
        0,
        kind,
        plural,
        shortNames,
        List.of(),
        scope,
        "custom",
        "custom",
        null,
        List.of(),
        List.of(),
        List.of(),
        ConditionsHealth.OF_CUSTOM_KINDS,
        columns,
        categories);
  }

  public Kind kind() {
    return entry.kind();
  }

  KindEntry entry() {
    return entry;
  }

  /// Whether a definition says so, which says more than an API server.
  boolean isDefined() {
    return isDefined;
  }

  /// What a definition says; empty when it does not say what matters.
  static Optional<CustomKind> read(KeptObject definition) {
    String group = text(definition, GROUP);
    String name = text(definition, KIND);
    String plural = text(definition, PLURAL);
    Scope scope = scope(definition.scalar(SCOPE));
    if (!isName(group) || !isName(name) || !isName(plural) || scope == Scope.UNKNOWN) {
      return Optional.empty();
    }
    return Optional.of(
        new CustomKind(
            entry(
                new Kind(group, name),
                plural,
                scope,
                names(definition, SHORT),
                columns(definition),
                names(definition, CATEGORIES)),
            true));
  }

  private static String text(KeptField field, FieldPath path) {
    String text = field.scalar(path);
    return text == null ? "" : text;
  }

  private static boolean isName(String text) {
    return !text.isEmpty()
        && text.length() <= LONGEST_NAME
        && text.indexOf('/') < 0
        && text.indexOf(' ') < 0;
  }

  private static Scope scope(@Nullable String text) {
    if ("Namespaced".equals(text)) {
      return Scope.NAMESPACED;
    }
    return "Cluster".equals(text) ? Scope.CLUSTER : Scope.UNKNOWN;
  }

  private static List<String> names(KeptObject definition, FieldPath path) {
    List<String> names = new ArrayList<>();
    definition.walk(path, field -> names.add(text(field, FieldPath.SELF)));
    return names(names);
  }

  private static List<String> names(List<String> written) {
    return written.stream().filter(CustomKind::isName).limit(MOST_NAMES).toList();
  }

  private static List<NamedText> columns(KeptObject definition) {
    List<NamedText> columns = new ArrayList<>();
    Set<String> names = new HashSet<>();
    KeptField version = shown(definition);
    if (version != null) {
      version.walk(COLUMNS, column -> add(column, names, columns));
    }
    if (columns.isEmpty()) {
      definition.walk(OLD_COLUMNS, column -> add(column, names, columns));
    }
    return columns;
  }

  /// The version that is stored, else the first that is served, else the first.
  private static @Nullable KeptField shown(KeptObject definition) {
    List<KeptField> versions = new ArrayList<>();
    definition.walk(VERSIONS, versions::add);
    for (FieldPath wanted : List.of(STORAGE, SERVED)) {
      for (KeptField version : versions) {
        if ("true".equals(version.scalar(wanted))) {
          return version;
        }
      }
    }
    return versions.isEmpty() ? null : versions.getFirst();
  }

  /// A column that cannot be read is left out. `Age` every table has.
  private static void add(KeptField column, Set<String> names, List<NamedText> columns) {
    String name = column.scalar(NAME);
    String path = column.scalar(JSON_PATH);
    if (path == null) {
      path = column.scalar(OLD_JSON_PATH);
    }
    Optional<FieldPath> read = path == null ? Optional.empty() : JsonPath.read(path);
    if (name == null
        || name.isEmpty()
        || read.filter(CustomKind::mayBeShown).isEmpty()
        || ".metadata.creationTimestamp".equals(path)
        || columns.size() == MOST_COLUMNS
        || !names.add(name.toLowerCase(Locale.ROOT))) {
      return;
    }
    String type =
        switch (String.valueOf(column.scalar(TYPE))) {
          case "integer" -> "integer";
          case "date" -> "date";
          default -> "text";
        };
    columns.add(new NamedText(name, type, FieldText.of(read.get())));
  }

  /// Whoever wrote the definition may have put a password into a table. We do not.
  private static boolean mayBeShown(FieldPath path) {
    return path.steps().stream()
        .noneMatch(step ->
            step instanceof FieldPath.Step.Name(String name) && CredentialNames.isOfField(name));
  }
}
