package io.kubilitics.catalogue.mask;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.catalogue.ExtractionListener;
import io.kubilitics.catalogue.TreeTokens;
import io.kubilitics.model.Body;
import io.kubilitics.model.Resource;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Value;
import io.kubilitics.model.Value.Fields;
import io.kubilitics.testbed.Canary;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class MaskedBodiesTest {
  private static final Catalogue CATALOGUE = Catalogue.builtIn();
  private static final MaskKey KEY = MaskKey.of("a key for tests".getBytes(StandardCharsets.UTF_8));

  @Test
  void noCanaryIsInAnyBody() {
    assertThat(Canary.foundIn(bodies(masking(), Canary.manifests()).toString())).isEmpty();
  }

  @Test
  void withoutTheMaskEveryCanaryIsFound() {
    BodyReader open = new BodyReader(CATALOGUE, UnaryOperator.identity());

    assertThat(Canary.foundIn(bodies(open, Canary.manifests()).toString()))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 39).boxed().toList());
  }

  @Test
  void noCanaryIsInWhatTheExtractorKeeps() {
    List<Object> kept = new ArrayList<>();
    for (Object document : documents(Canary.manifests())) {
      CATALOGUE
          .extractor()
          .read(
              TreeTokens.of(document),
              new ExtractionListener() {
                @Override
                public void resource(Resource resource, int line) {
                  kept.addAll(
                      List.of(
                          resource.id(),
                          resource.labels(),
                          resource.health(),
                          resource.facts(),
                          resource.features()));
                }

                @Override
                public void rejected(int line, String reason) {
                  kept.add(reason);
                }
              });
    }

    assertThat(kept).hasSizeGreaterThan(20);
    assertThat(Canary.foundIn(kept.toString())).isEmpty();
  }

  @Test
  void aSecretShowsTheLengthOfItsValuesAndEqualOnesAsEqual() {
    Fields encoded = secret("data: {a: aHVudGVyMg==, b: aHVudGVyMw==}");
    Fields plain = secret("stringData: {a: hunter2}");

    assertThat(encoded.map("data").text("a")).matches("masked\\(7 bytes, [0-9a-f]{16}\\)");
    assertThat(plain.map("stringData").text("a")).isEqualTo(encoded.map("data").text("a"));
    assertThat(encoded.map("data").text("b")).isNotEqualTo(encoded.map("data").text("a"));
  }

  @Test
  void anotherKeyGivesAnotherHash() {
    BodyReader other = new BodyReader(CATALOGUE, MaskKey.of(new byte[] {1}));
    String yaml = "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\nstringData: {a: hunter2}";

    assertThat(bodies(other, yaml)).isNotEqualTo(bodies(masking(), yaml));
  }

  @Test
  void ofManagedFieldsItStaysWhoWroteWhen() {
    Fields body =
        only(
            """
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: c
              managedFields:
              - {manager: helm, operation: Update, time: "2026-11-20T10:00:00Z", apiVersion: v1,
                 fieldsType: FieldsV1, fieldsV1: {"f:data": {"f:a": {}}}}
            """);

    Fields entry =
        (Fields)
            Objects.requireNonNull((Value.Items) body.map("metadata").fields().get("managedFields"))
                .items()
                .getFirst();
    assertThat(entry.text("manager")).isEqualTo("helm");
    assertThat(entry.text("time")).isEqualTo("2026-11-20T10:00:00Z");
    assertThat(entry.text("fieldsV1")).startsWith("masked(");
  }

  @Test
  void theLastAppliedConfigurationIsLeftOutAndOtherAnnotationsStay() {
    Fields body =
        only(
            """
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: c
              annotations: {kubectl.kubernetes.io/last-applied-configuration: "{}", owner: team-a}
            """);

    assertThat(body.map("metadata").map("annotations").fields().keySet()).containsExactly("owner");
  }

  @Test
  void whatOnlyPointsAtASecretIsShown() {
    String yaml =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: p, namespace: default, labels: {token: t1}}
        spec:
          serviceAccountName: s
          automountServiceAccountToken: false
          imagePullSecrets: [{name: regcred}]
          containers:
          - name: main
            image: registry.example.com/team/app:1.4
            env:
            - {name: DB_PASSWORD, valueFrom: {secretKeyRef: {name: db, key: password}}}
            - {name: DB_PASSWORD_FILE, value: /run/secrets/db}
            - {name: AUTHOR, value: Jane}
            - {name: TOKEN, value: $(OTHER)}
            - {name: TOKEN_TTL, value: "3600"}
            args: [--password-file, /etc/p, --token, $(TOKEN), -p, "8080"]
          volumes:
          - name: v
            projected: {sources: [{serviceAccountToken: {path: token, expirationSeconds: 3600}}]}
          - name: w
            secret: {secretName: db}
        """;

    assertThat(bodies(masking(), yaml))
        .isEqualTo(bodies(new BodyReader(CATALOGUE, UnaryOperator.identity()), yaml));
  }

  @Test
  void sealedValuesAndNamesOfKeysAreNoSecrets() {
    Fields sealed =
        only(
            """
            apiVersion: bitnami.com/v1alpha1
            kind: SealedSecret
            metadata: {name: s, namespace: n}
            spec: {encryptedData: {password: AgBy3i4OJSWK}}
            """);
    Fields external =
        only(
            """
            apiVersion: external-secrets.io/v1
            kind: ExternalSecret
            metadata: {name: s, namespace: n}
            spec:
              target: {template: {data: {password: "{{ .password }}"}}}
              data: [{secretKey: password, remoteRef: {key: db}}]
            """);

    assertThat(sealed.toString()).contains("AgBy3i4OJSWK").doesNotContain("masked");
    assertThat(external.toString()).contains("{{ .password }}").doesNotContain("masked");
  }

  @Test
  void bodiesHaveTheIdentitiesOfTheExtractor() {
    List<ResourceId> extracted = new ArrayList<>();
    for (Object document : documents(Canary.manifests())) {
      CATALOGUE
          .extractor()
          .read(
              TreeTokens.of(document),
              new ExtractionListener() {
                @Override
                public void resource(Resource resource, int line) {
                  extracted.add(resource.id());
                }

                @Override
                public void rejected(int line, String reason) {}
              });
    }

    assertThat(bodies(masking(), Canary.manifests()))
        .extracting(Body::id)
        .containsExactlyElementsOf(extracted);
  }

  private static BodyReader masking() {
    return new BodyReader(CATALOGUE, KEY);
  }

  private static Fields secret(String fields) {
    return only("apiVersion: v1\nkind: Secret\nmetadata: {name: s}\n" + fields);
  }

  private static Fields only(String yaml) {
    List<Body> bodies = bodies(masking(), yaml);
    assertThat(bodies).hasSize(1);
    return bodies.getFirst().root();
  }

  private static List<Body> bodies(BodyReader reader, String yaml) {
    List<Body> bodies = new ArrayList<>();
    documents(yaml).forEach(document -> reader.read(TreeTokens.of(document), bodies::add));
    return bodies;
  }

  private static Iterable<Object> documents(String yaml) {
    return new Load(LoadSettings.builder().build()).loadAllFromString(yaml);
  }
}
