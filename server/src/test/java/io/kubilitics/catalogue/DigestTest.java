package io.kubilitics.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestTest {
  private static final String POD =
      """
      {"apiVersion":"v1","kind":"Pod","metadata":{"name":"a","resourceVersion":"1"},
       "spec":{"containers":[{"name":"c","image":"x:1","tty":true,"n":7}]}}
      """;

  private static Resource pod(String from, String to) {
    return Extracted.json(POD.replace(from, to)).only();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x:1 | x:2",
        "\"n\":7 | \"n\":8",
        "\"n\":7 | \"n\":\"7\"",
        "\"n\":7 | \"n\":null",
        "\"n\":7 | \"n\":[7]",
        "\"n\":7 | \"m\":7",
        "true | false",
        "[{ | [{},{",
        "\"name\":\"a\" | \"name\":\"a\",\"annotations\":{\"b\":\"c\"}"
      })
  void aChangeOfAnythingIsAChange(String from, String to) {
    assertThat(pod(from, to)).isNotEqualTo(pod("", ""));
    assertThat(pod(from, to).digest()).isNotEqualTo(pod("", "").digest());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"1\" | \"2\"",
        "\"name\":\"a\" | \"managedFields\":[{\"manager\":\"x\"}],\"name\":\"a\"",
        "\"name\":\"a\" | \"name\":\"a\",\"annotations\":{"
            + "\"kubectl.kubernetes.io/last-applied-configuration\":\"x\"}"
      })
  void bookkeepingOfTheApiServerIsNoChange(String from, String to) {
    Resource before =
        to.contains("annotations")
            ? pod("\"name\":\"a\"", "\"name\":\"a\",\"annotations\":{}")
            : pod("", "");

    assertThat(pod(from, to)).isEqualTo(before);
  }

  @Test
  void whatTheCatalogueIgnoresIsNoChange() {
    assertThat(lease("2026-11-20T10:00:00.000000Z", "n1"))
        .isEqualTo(lease("2026-11-20T10:00:10.000000Z", "n1"))
        .isNotEqualTo(lease("2026-11-20T10:00:00.000000Z", "n2"));
  }

  private static Resource lease(String renewed, String holder) {
    return Extracted.json(
            """
            {"apiVersion":"coordination.k8s.io/v1","kind":"Lease","metadata":{"name":"n1",
             "namespace":"kube-node-lease"},"spec":{"holderIdentity":"%s","renewTime":"%s"}}
            """
                .formatted(holder, renewed))
        .only();
  }

  @Test
  void aHeartbeatOfANodeIsNoChangeButItsEndIs() {
    assertThat(node("10:00:00Z", "True"))
        .isEqualTo(node("10:05:00Z", "True"))
        .isNotEqualTo(node("10:00:00Z", "Unknown"));
  }

  private static Resource node(String heartbeat, String ready) {
    return Extracted.json(
            """
            {"apiVersion":"v1","kind":"Node","metadata":{"name":"n1"},"status":{"conditions":[
             {"type":"Ready","status":"%s","lastHeartbeatTime":"2026-11-20T%s"}]}}
            """
                .formatted(ready, heartbeat))
        .only();
  }

  /// Events are reported, not drawn: how often they happen counts.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "v1 | \"count\":1,\"lastTimestamp\":\"a\" | \"count\":2,\"lastTimestamp\":\"b\"",
        "events.k8s.io/v1 | \"series\":{\"count\":2} | \"series\":{\"count\":3}",
        "events.k8s.io/v1 | \"deprecatedCount\":1,\"deprecatedLastTimestamp\":\"a\""
            + " | \"deprecatedCount\":2,\"deprecatedLastTimestamp\":\"b\""
      })
  void anEventThatHappensAgainIsAnother(String apiVersion, String once, String again) {
    assertThat(event(apiVersion, again))
        .isNotEqualTo(event(apiVersion, once))
        .isEqualTo(event(apiVersion, again));
  }

  private static Resource event(String apiVersion, String fields) {
    return Extracted.json(
            """
            {"apiVersion":"%s","kind":"Event","metadata":{"name":"e","namespace":"shop"},%s}
            """
                .formatted(apiVersion, fields))
        .only();
  }

  @Test
  void theFormatAndTheOrderOfFieldsPlayNoPart() {
    Resource json =
        Extracted.json(
                """
                {"kind":"Service","apiVersion":"v1","spec":{"selector":{"b":"2","a":"1"},
                 "ports":[{"port":80,"name":"web"}],"x":null,"y":true},"metadata":{"name":"a"}}
                """)
            .only();
    Resource yaml =
        Extracted.yaml(
                """
                apiVersion: v1
                kind: Service
                metadata: {name: a}
                spec:
                  "y": true
                  x: null
                  ports: [{name: web, port: 80}]
                  selector: {a: "1", b: "2"}
                """)
            .only();

    assertThat(yaml).isEqualTo(json);
  }

  @Test
  void theOrderOfAListIsAChange() {
    assertThat(pod("[{", "[{\"name\":\"b\"},{")).isNotEqualTo(pod("}]}}", "},{\"name\":\"b\"}]}}"));
  }

  @Test
  void aSecretsValueIsInNothingThatIsKeptButItsChangeIsSeen() {
    Resource one = secret("aHVudGVyMg==");
    Resource other = secret("aHVudGVyMw==");

    assertThat(one).isNotEqualTo(other).isEqualTo(secret("aHVudGVyMg=="));
    assertThat(one.features().asMap())
        .containsEntry("keys", "password,user")
        .containsEntry("stringKeys", "token");
    assertThat(one.features() + " " + one.facts() + one.labels())
        .doesNotContain("aHVudGVy", "t0ken");
  }

  private static Resource secret(String password) {
    return Extracted.json(
            """
            {"apiVersion":"v1","kind":"Secret","metadata":{"name":"a"},
             "data":{"user":"YQ==","password":"%s"},"stringData":{"token":"t0ken"}}
            """
                .formatted(password))
        .only();
  }

  /// Without a key, whoever has the hash and the other fields could try passwords.
  @Test
  void aSecretsHashCannotBeMadeFromItsFields() {
    String fields = "\"metadata\":{\"name\":\"a\"},\"data\":{\"password\":\"x\"}}";
    Resource secret = Extracted.json("{\"apiVersion\":\"v1\",\"kind\":\"Secret\"," + fields).only();
    Resource config =
        Extracted.json("{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\"," + fields).only();

    assertThat(secret.digest()).isNotEqualTo(config.digest());
  }

  @Test
  void whatIsIgnoredIsNoChangeEvenWhereSomebodyReadsIt() {
    assertThat(widget("1").digest()).isEqualTo(widget("2").digest());
    assertThat(widget("1").features()).isNotEqualTo(widget("2").features());
  }

  private static Resource widget(String seen) {
    Catalogue catalogue =
        CatalogueFileTest.with(
            "seen.yaml",
            """
            group: example.com
            kinds:
              Widget:
                plural: widgets
                scope: cluster
                category: custom
                icon: widget
                ignore: [status.seen]
                columns: [{name: Seen, text: "{status.seen}"}]
            """);
    return Extracted.json(
            catalogue,
            """
            {"apiVersion":"example.com/v1","kind":"Widget","metadata":{"name":"a"},
             "status":{"seen":"%s"}}
            """
                .formatted(seen))
        .only();
  }
}
