package io.kubilitics.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.catalogue.file.CatalogueFile;
import io.kubilitics.catalogue.file.KindEntry;
import io.kubilitics.catalogue.file.KindEntry.NamedText;
import io.kubilitics.model.RelationType;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The catalogue files that come with the product.
class BuiltInFilesTest {
  private static final BuiltInFiles FILES = new BuiltInFiles();
  private static final JsonSchema SCHEMA = schema();

  private static JsonSchema schema() {
    InputStream schema =
        Objects.requireNonNull(
            BuiltInFilesTest.class.getResourceAsStream("/catalogue/catalogue.schema.json"));
    return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema);
  }

  static List<String> files() {
    return FILES.files();
  }

  private static Set<ValidationMessage> violations(String yaml) {
    Object tree = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    JsonNode node = new ObjectMapper().valueToTree(tree);
    return SCHEMA.validate(node);
  }

  private static String text(String file) throws IOException {
    try (InputStream yaml = FILES.open(file)) {
      return new String(yaml.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void aFileIsAsItsSchemaSays(String file) throws IOException {
    assertThat(violations(text(file))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kinds: {A: {plural: as, scope: cluster, category: custom, icon: a}}",
        "{group: '', kinds: {A: {plural: as, scope: galactic, category: custom, icon: a}}}",
        "{group: '', kinds: {A: {scope: cluster, category: custom, icon: a}}}",
        "{group: '', kinds: {A: {plural: as, scope: cluster, category: custom, icon: a, x: 1}}}",
        "relations: {a: {category: magic, summary: A.}}",
        "relations: {a: {category: storage, summary: A., harm: {sourceDies: breaks}}}",
        "{group: '', kinds: {A: {plural: as, scope: cluster, category: custom, icon: a, health:"
            + " {conditions: []}}}}",
        "rules: [{relation: a, path: b, target: Pod}]",
        "rules: [{from: Pod, path: b, target: Pod}]",
        "rules: [{from: Pod, relation: a, target: Pod}]",
        "rules: [{from: Pod, relation: a, path: b}]",
        "rules: [{from: Pod, relation: a, path: b, target: Pod, selects: Pod, empty: all}]",
        "rules: [{from: Pod, relation: a, path: b, selects: Pod}]",
        "rules: [{from: Pod, relation: a, path: b, target: {group: a, apiVersion: b}}]",
        "podRules: [{from: Pod, relation: a, path: b, target: Pod}]",
        "wishes: []"
      })
  void theSchemaKnowsWhatMakesNoSense(String yaml) {
    assertThat(violations(yaml)).isNotEmpty();
  }

  @Test
  void everyFileOfTheFolderIsRead() throws IOException, URISyntaxException {
    Path folder =
        Path.of(Objects.requireNonNull(getClass().getResource("/catalogue/relations.yaml")).toURI())
            .resolveSibling(".");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()).filter(n -> n.endsWith(".yaml")))
          .containsExactlyInAnyOrderElementsOf(FILES.files());
    }
  }

  @Test
  void nothingIsShownThatIsIgnored() throws IOException {
    List<String> shown = new ArrayList<>();
    for (KindEntry kind : kinds()) {
      for (NamedText text : kind.texts()) {
        for (FieldPath read : text.text().reads()) {
          if (kind.ignore().stream().anyMatch(ignored -> isBelow(read, ignored))) {
            shown.add(kind.kind() + " " + text.name());
          }
        }
      }
    }

    assertThat(shown).isEmpty();
  }

  private static boolean isBelow(FieldPath read, FieldPath ignored) {
    return read.toString().startsWith(ignored.toString());
  }

  private static List<KindEntry> kinds() throws IOException {
    List<KindEntry> kinds = new ArrayList<>();
    for (String file : FILES.files()) {
      try (InputStream yaml = FILES.open(file)) {
        kinds.addAll(CatalogueFile.read(file, yaml).kinds());
      }
    }
    return kinds;
  }

  /// The sentence of relations.md, in the words of harm.
  @Test
  void everyRelationSaysWhomItHarms() {
    Set<String> toSource = new TreeSet<>();
    Set<String> toTarget = new TreeSet<>();
    Set<String> toNone = new TreeSet<>();
    for (RelationType type : Extracted.CATALOGUE.relations().all()) {
      if (type.harm().reachesSource()) {
        toSource.add(type.relation().name());
      }
      if (type.harm().reachesTarget()) {
        toTarget.add(type.relation().name());
      }
      if (!type.harm().reachesSource() && !type.harm().reachesTarget()) {
        toNone.add(type.relation().name());
      }
    }

    assertThat(toSource)
        .contains(
            "selects",
            "routes",
            "uses-config",
            "uses-secret",
            "mounts",
            "runs-as",
            "runs-on",
            "binds",
            "owns");
    assertThat(toTarget).contains("owns", "backs", "grants-to", "claims");
    assertThat(toNone).contains("governs-network", "protects", "limits", "scales");
  }
}
