package io.kubilitics.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.model.Kind;
import io.kubilitics.model.Resource;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Synthetic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExtractorTest {
  @Test
  void anObjectBecomesARecord() {
    Resource pod =
        Extracted.json(
                """
                {"apiVersion":"v1","kind":"Pod","metadata":{"name":"cart-1","namespace":"shop",
                 "uid":"0f0e0d0c-0b0a-0908-0706-050403020100","labels":{"b":"2","a":"1"},
                 "creationTimestamp":"2026-11-20T10:00:00Z"},
                 "spec":{"containers":[{"name":"c"}]}}
                """)
            .only();

    assertThat(pod.id()).isEqualTo(ResourceId.parse("Pod/shop/cart-1"));
    assertThat(pod.version()).isEqualTo("v1");
    assertThat(pod.uid()).isEqualTo("0f0e0d0c-0b0a-0908-0706-050403020100");
    assertThat(pod.createdAt()).contains(Instant.parse("2026-11-20T10:00:00Z"));
    assertThat(pod.labels().asMap()).containsExactly(Map.entry("a", "1"), Map.entry("b", "2"));
    assertThat(pod.features().get("Ready")).isEqualTo("0/1");
  }

  @Test
  void theVersionIsAnAttributeAndNoPartOfTheIdentity() {
    Resource old =
        Extracted.json(
                """
                {"apiVersion":"extensions/v1beta1","kind":"Deployment","metadata":{"name":"a"}}
                """)
            .only();

    assertThat(old.id()).hasToString("Deployment.apps/default/a");
    assertThat(old.version()).isEqualTo("v1beta1");
  }

  @ParameterizedTest
  @CsvSource({
    "v1, Pod, '', Pod/default/a",
    "v1, Pod, shop, Pod/shop/a",
    "v1, Node, shop, Node/a",
    "example.com/v1, Widget, '', Widget.example.com/a",
    "example.com/v1, Widget, shop, Widget.example.com/shop/a"
  })
  void theNamespaceFollowsFromTheScopeOfTheKind(
      String apiVersion, String kind, String namespace, String id) {
    Map<String, String> metadata =
        namespace.isEmpty() ? Map.of("name", "a") : Map.of("name", "a", "namespace", namespace);

    assertThat(
            Extracted.tree(Map.of("apiVersion", apiVersion, "kind", kind, "metadata", metadata))
                .only()
                .id())
        .hasToString(id);
  }

  @Test
  void aNamespaceHasTheLabelThatEveryClusterGivesIt() {
    Resource shop =
        Extracted.json(
                "{\"apiVersion\":\"v1\",\"kind\":\"Namespace\",\"metadata\":{\"name\":\"shop\"}}")
            .only();

    assertThat(shop.labels().get("kubernetes.io/metadata.name")).isEqualTo("shop");
  }

  @ParameterizedTest
  @EnumSource(Synthetic.Type.class)
  void anObjectCannotBeOfAReservedKind(Synthetic.Type type) {
    String kind = type.kind().name();
    Extracted extracted =
        Extracted.json(
            "{\"apiVersion\":\"v1\",\"kind\":\"%s\",\"metadata\":{\"name\":\"a\"}}"
                .formatted(kind));

    assertThat(extracted.resources).isEmpty();
    assertThat(extracted.rejections)
        .containsExactly(
            "1: " + kind + ": this kind is reserved for what is no object of a cluster");
  }

  @Test
  void aKindOfTheSameNameInAnotherGroupIsNotReserved() {
    assertThat(
            Extracted.json(
                    "{\"apiVersion\":\"a.com/v1\",\"kind\":\"User\",\"metadata\":{\"name\":\"a\"}}")
                .only()
                .id())
        .hasToString("User.a.com/a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "7", "1.5"})
  void aNameThatIsNoTextIsNoName(String name) {
    Extracted extracted =
        Extracted.yaml(
            """
            {apiVersion: v1, kind: Pod, metadata: {name: %s}}
            ---
            {apiVersion: v1, kind: Pod, metadata: {name: a, namespace: %s}}
            ---
            {apiVersion: v1, kind: Pod, metadata: {name: "%s"}}
            """
                .formatted(name, name, name));

    assertThat(extracted.resources)
        .extracting(pod -> pod.id().toString())
        .containsExactly("Pod/default/" + name);
    assertThat(extracted.rejections)
        .containsExactly(
            "0: Pod: 'metadata.name' must be a text, and " + name + " is none without quotes",
            "0: Pod: 'metadata.namespace' must be a text, and " + name + " is none without quotes");
  }

  @Test
  void fieldsMayComeBeforeTheKind() {
    Resource config =
        Extracted.json(
                """
                {"data":{"b":"1","a":"2"},"metadata":{"name":"conf"},"kind":"ConfigMap",
                 "apiVersion":"v1"}
                """)
            .only();

    assertThat(config.features().get("keys")).isEqualTo("a,b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // kubectl get -o json: sorted, so that the items come first
        """
        {"apiVersion":"v1","items":[
          {"apiVersion":"v1","kind":"Pod","metadata":{"name":"a"}},
          {"apiVersion":"v1","kind":"Node","metadata":{"name":"b"}}],"kind":"List","metadata":{}}
        """,
        """
        {"kind":"List","apiVersion":"v1","items":[
          {"metadata":{"name":"a"},"kind":"Pod","apiVersion":"v1"},
          {"metadata":{"name":"b"},"kind":"Node","apiVersion":"v1"}]}
        """
      })
  void theObjectsOfAListAreRead(String list) {
    assertThat(Extracted.json(list).resources)
        .extracting(resource -> resource.id().toString())
        .containsExactly("Pod/default/a", "Node/b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        {"kind":"PodList","apiVersion":"v1","metadata":{"resourceVersion":"7"},"items":[
          {"metadata":{"name":"a"}},{"metadata":{"name":"b"}}]}
        """,
        """
        {"items":[{"metadata":{"name":"a"}},{"metadata":{"name":"b"}}],
         "metadata":{"resourceVersion":"7"},"apiVersion":"v1","kind":"PodList"}
        """
      })
  void theItemsOfATypedListNeedNotSayWhatTheyAre(String list) {
    assertThat(Extracted.json(list).resources)
        .extracting(resource -> resource.id().toString())
        .containsExactly("Pod/default/a", "Pod/default/b");
  }

  @Test
  void anItemIsHandedOnBeforeTheListEnds() {
    Extracted extracted =
        Extracted.json(
            """
            {"apiVersion":"v1","items":[{"apiVersion":"v1","kind":"Pod","metadata":{"name":"a"}},
            {"apiVersion":"v1","kind":"Pod","metad\
            """);

    assertThat(extracted.resources).hasSize(1);
    assertThat(extracted.rejections).hasSize(1).first().asString().startsWith("2: no JSON");
  }

  @Test
  void anEmptyListIsNothing() {
    for (String items : List.of("[]", "null")) {
      Extracted extracted =
          Extracted.json("{\"kind\":\"PodList\",\"apiVersion\":\"v1\",\"items\":" + items + "}");

      assertThat(extracted.resources).isEmpty();
      assertThat(extracted.rejections).isEmpty();
    }
  }

  @Test
  void aKindThatOnlySoundsLikeAListIsAnObject() {
    assertThat(
            Extracted.json(
                    """
                    {"kind":"AllowList","apiVersion":"example.com/v1","metadata":{"name":"a"},
                     "spec":{"items":[]}}
                    """)
                .only()
                .id())
        .hasToString("AllowList.example.com/a");
  }

  @Test
  void oneBadItemHarmsNoOther() {
    Extracted extracted =
        Extracted.json(
            """
            {"kind":"List","apiVersion":"v1","items":[
              7,
              {"apiVersion":"v1","kind":"Pod","metadata":[]},
              {"apiVersion":"v1","kind":"Pod"},
              {"apiVersion":"v1","kind":"Pod","metadata":{}},
              {"apiVersion":"v1","kind":"Pod","metadata":{"generateName":"a-"}},
              {"apiVersion":"v1","kind":"Pod","metadata":{"name":{"a":1}}},
              {"apiVersion":"v1","kind":"Pod","metadata":{"name":"a","namespace":[]}},
              {"apiVersion":"v1","kind":["Pod"],"metadata":{"name":"a"}},
              {"kind":"Pod","metadata":{"name":"a"}},
              {"apiVersion":"v1","metadata":{"name":"a"}},
              {"a":1},
              {"apiVersion":"v1","kind":"Pod","metadata":{"name":"a","name":"b"}},
              {"apiVersion":"v1","kind":"Pod","metadata":{"name":"good"}}]}
            """);

    assertThat(extracted.resources).extracting(r -> r.id().name()).containsExactly("good");
    assertThat(extracted.rejections)
        .containsExactly(
            "2: items[0] is no object",
            "3: Pod: 'metadata' must be an object",
            "4: Pod: it has no 'metadata'",
            "5: Pod: it has no 'metadata.name'",
            "6: Pod: it has only 'metadata.generateName': its name is made by the cluster",
            "7: Pod: 'metadata.name' must be a text",
            "8: Pod: 'metadata.namespace' must be a text",
            "9: 'kind' must be a text",
            "10: it has no 'apiVersion'",
            "11: it has no 'kind'",
            "12: no Kubernetes object: it has no 'apiVersion' and no 'kind'",
            "13: the field 'metadata.name' is there twice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1,2]", "7", "true", "\"text\""})
  void aDocumentThatIsNoObjectIsNamed(String document) {
    assertThat(Extracted.json(document).rejections)
        .hasSize(1)
        .first()
        .asString()
        .startsWith("1: no Kubernetes object");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "  \n "})
  void anEmptyDocumentIsNothing(String document) {
    Extracted extracted = Extracted.json(document);

    assertThat(extracted.resources).isEmpty();
    assertThat(extracted.rejections).isEmpty();
  }

  @Test
  void nestingHasALimitAndTheNextObjectDoesNotSuffer() {
    String deep = "[".repeat(5_000) + "]".repeat(5_000);
    Extracted extracted =
        Extracted.json(
            "{\"kind\":\"List\",\"apiVersion\":\"v1\",\"items\":["
                + "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"deep\"},\"x\":"
                + deep
                + "},{\"apiVersion\":\"v1\",\"kind\":\"Service\",\"metadata\":{\"name\":\"deep\"},"
                + "\"spec\":{\"selector\":"
                + deep
                + "}},{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"good\"}}]}");

    assertThat(extracted.resources).extracting(r -> r.id().name()).containsExactly("good");
    assertThat(extracted.rejections)
        .containsExactly("1: nested deeper than 100 levels", "1: nested deeper than 100 levels");
  }

  @Test
  void listsInListsAreFollowedOnlySoFar() {
    String lists = "{\"kind\":\"List\",\"apiVersion\":\"v1\",\"items\":[".repeat(3_000);
    Extracted extracted = Extracted.json(lists + "]}".repeat(3_000));

    assertThat(extracted.rejections).containsExactly("1: lists in lists, deeper than 4");
  }

  @Test
  void whatWaitsForTheKindIsBounded() {
    String much = "x".repeat(1 << 20);
    StringBuilder object = new StringBuilder("{");
    for (int at = 0; at < 20; at++) {
      object.append("\"f").append(at).append("\":\"").append(much).append("\",");
    }
    object.append("\"kind\":\"Pod\",\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"a\"}}");

    assertThat(Extracted.json(object.toString()).rejections)
        .containsExactly(
            "1: more than 12 MiB stand before 'apiVersion' and 'kind'; put those first");
  }

  @Test
  void itemsBeforeAKindThatIsNoListAreNamed() {
    Extracted extracted =
        Extracted.json(
            "{\"items\":[],\"kind\":\"Pod\",\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"a\"}}");

    assertThat(extracted.resources).isEmpty();
    assertThat(extracted.rejections)
        .containsExactly("1: 'items' stand before the kind, and Pod is no list");
  }

  @Test
  void anObjectOfAKnownKindNeedNotSayIt() {
    Extracted extracted = new Extracted();
    Extracted.CATALOGUE
        .extractor()
        .read(
            JsonTokens.of("{\"metadata\":{\"name\":\"a\",\"namespace\":\"shop\"}}"),
            new Kind("apps", "Deployment"),
            "v1",
            extracted);

    assertThat(extracted.only().id()).hasToString("Deployment.apps/shop/a");
    assertThat(extracted.only().version()).isEqualTo("v1");
  }

  @Test
  void severalDocumentsMayFollowEachOther() {
    JsonTokens tokens =
        JsonTokens.of(
            """
            {"apiVersion":"v1","kind":"Pod","metadata":{"name":"a"}}
            {"apiVersion":"v1","kind":"Pod","metadata":{"name":"b"}}

            """);
    Extracted extracted = new Extracted();
    Extractor extractor = Extracted.CATALOGUE.extractor();
    List<Boolean> more = new ArrayList<>();
    for (int at = 0; at < 3; at++) {
      boolean next = tokens.nextDocument();
      more.add(next);
      if (next) {
        extractor.read(tokens, extracted);
      }
    }

    assertThat(more).containsExactly(true, true, false);
    assertThat(extracted.resources).extracting(r -> r.id().name()).containsExactly("a", "b");
  }

  @Test
  void fieldsOfUnexpectedTypeGiveFewerFactsAndNoFailure() {
    Extracted extracted =
        Extracted.yaml(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: a, labels: [x], ownerReferences: {a: b}, uid: [1]}
            spec:
              nodeName: {a: b}
              volumes: {a: {configMap: {name: x}}}
              containers:
                - 7
                - null
                - {env: text, envFrom: [[{configMapRef: {name: x}}]]}
                - {env: [{valueFrom: {secretKeyRef: {name: [x]}}}, {valueFrom: [1]}]}
                - {env: [{valueFrom: {secretKeyRef: {name: good, key: {a: b}}}}]}
            status: {containerStatuses: text, conditions: {a: b}, phase: [Running]}
            """);

    assertThat(extracted.facts())
        .containsExactly(
            "uses-secret Secret/default/good required"
                + " @ spec.containers[4].env[0].valueFrom.secretKeyRef=good",
            "runs-as ServiceAccount/default/default if_exists @ spec.serviceAccountName=default");
  }
}
