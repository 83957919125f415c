package io.kubilitics.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.catalogue.field.FieldPath;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Resource;
import io.kubilitics.model.Scope;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a cluster's own definitions say, and what is found in objects nobody described.
class CustomKindTest {
  private static final Kind WIDGET = new Kind("example.com", "Widget");

  private static Catalogue learned(String scope) {
    Catalogue catalogue = Extracted.CATALOGUE.forCluster();
    Extracted read =
        new Extracted() {
          @Override
          public void defined(CustomKind kind, int line) {
            assertThat(catalogue.learn(kind)).isTrue();
            assertThat(catalogue.learn(kind)).isFalse();
          }
        };
    catalogue.extractor().read(JsonTokens.of(definition(scope)), read);
    assertThat(read.only().features().get("instances-of")).isEqualTo("Widget.example.com");
    return catalogue;
  }

  @Test
  void aDefinitionGivesNamesScopeAndTheColumnsOfTheStoredVersion() {
    Catalogue catalogue = learned("Namespaced");

    assertThat(catalogue.kind("wi")).contains(WIDGET);
    assertThat(catalogue.scopeOf(WIDGET)).isEqualTo(Scope.NAMESPACED);
    assertThat(catalogue.definition(WIDGET))
        .hasValueSatisfying(kind -> {
          assertThat(kind.plural()).isEqualTo("widgets");
          assertThat(kind.groupings()).containsExactly("all");
          assertThat(kind.columns())
              .containsExactly(
                  new Column("Size", Column.Type.INTEGER), new Column("Ready", Column.Type.TEXT));
        });
    assertThat(catalogue.kinds()).extracting(KindDefinition::kind).contains(WIDGET).isSorted();
  }

  @Test
  void itsObjectsAreReadByIt() {
    Resource widget =
        Extracted.json(
                learned("Namespaced"),
                """
                {"apiVersion": "example.com/v1", "kind": "Widget", "metadata": {"name": "a"},
                 "spec": {"size": 3}, "status": {"conditions": [
                   {"type": "Synced", "status": "False"}, {"type": "Ready", "status": "True"}]}}
                """)
            .only();

    assertThat(widget.id()).hasToString("Widget.example.com/default/a");
    assertThat(widget.features().asMap()).containsEntry("Size", "3").containsEntry("Ready", "True");
  }

  private static final CustomKind SERVED =
      CustomKind.served(
          WIDGET, "widgets", Scope.CLUSTER, List.of("wi", "", "no name"), List.of("all"));

  @Test
  void whatTheApiServerSaysOfAKindIsKnownUntilItsDefinitionSaysMore() {
    Catalogue catalogue = Extracted.CATALOGUE.forCluster();

    assertThat(catalogue.learn(SERVED)).isTrue();
    assertThat(catalogue.learn(SERVED)).isFalse();
    assertThat(catalogue.kind("wi")).contains(WIDGET);
    assertThat(catalogue.scopeOf(WIDGET)).isEqualTo(Scope.CLUSTER);

    CustomKind defined = defined("Namespaced");
    assertThat(catalogue.learn(defined)).isTrue();
    assertThat(catalogue.learn(SERVED)).isFalse();
    assertThat(catalogue.learnAnew(SERVED)).isFalse();
    assertThat(catalogue.scopeOf(WIDGET)).isEqualTo(Scope.NAMESPACED);
    assertThat(catalogue.definition(WIDGET))
        .hasValueSatisfying(kind -> assertThat(kind.columns()).hasSize(2));
  }

  @Test
  void aDefinitionThatChangesCountsWhereThingsChange() {
    Catalogue catalogue = Extracted.CATALOGUE.forCluster();
    catalogue.learn(defined("Namespaced"));

    assertThat(catalogue.learn(defined("Cluster"))).isFalse();
    assertThat(catalogue.learnAnew(defined("Namespaced"))).isFalse();
    assertThat(catalogue.learnAnew(defined("Cluster"))).isTrue();
    assertThat(catalogue.scopeOf(WIDGET)).isEqualTo(Scope.CLUSTER);
    assertThat(
            Extracted.json(
                    catalogue,
                    """
                    {"apiVersion": "example.com/v1", "kind": "Widget", "metadata": {"name": "a"}}
                    """)
                .only()
                .id())
        .hasToString("Widget.example.com/a");
  }

  @Test
  void aKindThatIsForgottenMayBeLearnedFromTheApiServerAgain() {
    Catalogue catalogue = Extracted.CATALOGUE.forCluster();
    catalogue.learn(defined("Namespaced"));

    catalogue.forget(WIDGET);

    assertThat(catalogue.definition(WIDGET)).isEmpty();
    assertThat(catalogue.learn(SERVED)).isTrue();
  }

  private static CustomKind defined(String scope) {
    List<CustomKind> found = new ArrayList<>();
    Extracted.CATALOGUE
        .forCluster()
        .extractor()
        .read(
            JsonTokens.of(definition(scope)),
            new Extracted() {
              @Override
              public void defined(CustomKind kind, int line) {
                found.add(kind);
              }
            });
    return found.getFirst();
  }

  @Test
  void otherClustersLearnNothingOfIt() {
    learned("Cluster");

    assertThat(Extracted.CATALOGUE.scopeOf(WIDGET)).isEqualTo(Scope.UNKNOWN);
    assertThat(Extracted.CATALOGUE.forCluster().kind("wi")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        ".spec.a | spec.a",
        "$.spec.a | spec.a",
        "{.spec.a} | spec.a",
        ".spec.list[*].name | spec.list[].name",
        ".spec.list[0].name | spec.list[0].name",
        ".metadata.labels.app\\.kubernetes\\.io/name | metadata.labels[\"app.kubernetes.io/name\"]",
        ".metadata.labels['a.b/c'] | metadata.labels[\"a.b/c\"]",
        ".status.conditions[?(@.type=='Ready')].status | status.conditions[type=Ready].status",
      })
  void jsonPathsOfColumnsAreReadAsPaths(String jsonPath, String path) {
    assertThat(JsonPath.read(jsonPath)).map(FieldPath::toString).contains(path);
  }

  @ParameterizedTest
  @CsvSource({"..a", ".a[?(@.b>1)]", ".a[-1:]", ".a[", "'.a[?(@.b'", "'{'", "''"})
  void whatIsNotUnderstoodIsNoPath(String jsonPath) {
    assertThat(JsonPath.read(jsonPath)).isEmpty();
  }

  @Test
  void ofAHostileObjectSoManyGuessesCount() {
    List<Object> references = new ArrayList<>();
    for (int index = 0; index < 5_000; index++) {
      references.add(java.util.Map.of("secretName", "s" + index));
    }

    Resource object = Extracted.tree(gadget(java.util.Map.of("list", references))).only();

    assertThat(object.factCount()).isEqualTo(256);
    assertThat(object.fact(255).evidence().path()).isEqualTo("spec.list[255].secretName");
  }

  @Test
  void tooDeepIsNotSearched() {
    Object spec = java.util.Map.of("secretName", "deep");
    for (int depth = 0; depth < 40; depth++) {
      spec = java.util.Map.of("a", spec);
    }

    assertThat(Extracted.tree(gadget(spec)).only().facts()).isEmpty();
  }

  @Test
  void theFactsAreTheSameInAnyOrderOfFields() {
    String first = "\"aSecretName\": \"x\", \"bRef\": {\"kind\": \"Widget\", \"name\": \"w\"}";
    String second = "\"bRef\": {\"name\": \"w\", \"kind\": \"Widget\"}, \"aSecretName\": \"x\"";

    assertThat(gadgetFacts(first)).isEqualTo(gadgetFacts(second)).hasSize(3);
  }

  @Test
  void textsThatAreNoPartsOfReferencesAreNotKept() {
    assertThat(gadgetFacts("\"password\": \"hunter2\", \"ref\": \"x\", \"data\": [\"y\"]"))
        .isEmpty();
  }

  private static List<Fact> gadgetFacts(String spec) {
    return Extracted.json(
            "{\"apiVersion\": \"example.com/v1\", \"kind\": \"Gadget\", \"metadata\":"
                + " {\"name\": \"g\", \"namespace\": \"shop\"}, \"spec\": {"
                + spec
                + "}}")
        .only()
        .facts();
  }

  private static Object gadget(Object spec) {
    return java.util.Map.of(
        "apiVersion",
        "example.com/v1",
        "kind",
        "Gadget",
        "metadata",
        java.util.Map.of("name", "g", "namespace", "shop"),
        "spec",
        spec);
  }

  private static String definition(String scope) {
    return """
    {"apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition",
     "metadata": {"name": "widgets.example.com"},
     "spec": {"group": "example.com", "scope": "%s",
      "names": {"kind": "Widget", "plural": "widgets", "shortNames": ["wi"], "categories": ["all"]},
      "versions": [
       {"name": "v1alpha1", "served": true, "additionalPrinterColumns":
         [{"name": "Old", "type": "string", "jsonPath": ".spec.old"}]},
       {"name": "v1", "served": true, "storage": true, "additionalPrinterColumns": [
         {"name": "Size", "type": "integer", "jsonPath": ".spec.size"},
         {"name": "Ready", "type": "string",
          "jsonPath": ".status.conditions[?(@.type==\\"Ready\\")].status"},
         {"name": "Login", "type": "string", "jsonPath": ".spec.password"},
         {"name": "Key", "type": "string", "jsonPath": ".spec.apiToken.value"},
         {"name": "Broken", "type": "string", "jsonPath": ".spec..x[?(@.a>3)]"},
         {"name": "Age", "type": "date", "jsonPath": ".metadata.creationTimestamp"}]}]}}
    """
        .formatted(scope);
  }
}
