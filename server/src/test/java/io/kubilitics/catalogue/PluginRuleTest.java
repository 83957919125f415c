package io.kubilitics.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.model.Evidence;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Presence;
import io.kubilitics.model.Relation;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Scope;
import io.kubilitics.model.Synthetic;
import io.kubilitics.plugin.FactRule;
import io.kubilitics.plugin.ObjectView;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Rules of code that a plugin brings.
class PluginRuleTest {
  private static final Relation CALLS = new Relation("calls");

  private record Rule(Kind kind, Set<String> reads, Function<ObjectView, Stream<Fact>> facts)
      implements FactRule {
    @Override
    public Set<Kind> kinds() {
      return Set.of(kind);
    }

    @Override
    public Stream<Fact> facts(ObjectView object) {
      return facts.apply(object);
    }
  }

  private static Catalogue with(Kind kind, String reads, Function<ObjectView, Stream<Fact>> facts) {
    return Extracted.CATALOGUE.withRules(List.of(new Rule(kind, Set.of(reads), facts)));
  }

  private static Fact names(String path, String value) {
    return new Fact.Names(
        CALLS,
        new Evidence(path, value),
        new ResourceId(Kind.core("Service"), "shop", "x"),
        Presence.REQUIRED);
  }

  @Test
  void aRuleSeesWhatItDeclaresAndNothingElse() {
    Catalogue catalogue =
        with(
            Kind.core("Event"),
            "notice.a",
            event -> event.at("notice{}").map(field -> names(field.path(), event.version())));

    assertThat(
            Extracted.json(
                    catalogue,
                    """
                    {"apiVersion":"v1","kind":"Event","metadata":{"name":"e"},
                     "notice":{"a":{"b":[1]},"c":2}}
                    """)
                .facts())
        .containsExactly("calls Service/shop/x required @ notice.a=v1");
  }

  @Test
  void aRuleKnowsKindsAndScopes() {
    Catalogue catalogue =
        with(
            Kind.core("Event"),
            "x",
            event ->
                Stream.of(
                    names(
                        event.kindOf("extensions/v1beta1", "Ingress").toString(),
                        event.scopeOf(Kind.core("Node"))
                            + " "
                            + (event.scopeOf(Kind.core("W")) == Scope.UNKNOWN))));

    assertThat(
            Extracted.json(
                    catalogue,
                    "{\"apiVersion\":\"v1\",\"kind\":\"Event\",\"metadata\":{\"name\":\"e\"}}")
                .facts())
        .containsExactly("calls Service/shop/x required @ Ingress.networking.k8s.io=CLUSTER true");
  }

  @Test
  void noRuleSeesASecretsValue() {
    for (String field : List.of("data", "stringData")) {
      Catalogue catalogue =
          with(
              Kind.core("Secret"),
              field,
              secret ->
                  secret
                      .at(field + "{}")
                      .map(value -> names(value.path(), value.text().orElse("hidden"))));

      assertThat(
              Extracted.json(
                      catalogue,
                      """
                      {"apiVersion":"v1","kind":"Secret","metadata":{"name":"s"},
                       "%s":{"password":"canary"}}
                      """
                          .formatted(field))
                  .facts())
          .containsExactly("calls Service/shop/x required @ " + field + ".password=hidden");
    }
  }

  private static final String POD =
      "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"a\"},"
          + "\"spec\":{\"nodeName\":\"n\"}}";

  @Test
  void aFactOfARelationThatNobodyDefinesIsLeftOutAndReportedOnce() {
    Fact.Reaches unknown =
        new Fact.Reaches(
            new Relation("haunts"),
            new Evidence("spec", "x"),
            new Synthetic(Synthetic.Type.HOST, "x"));
    Catalogue catalogue =
        with(Kind.core("Pod"), "spec", _ -> Stream.of(unknown, names("spec", "known"), unknown));

    Extracted extracted = Extracted.json(catalogue, POD);

    assertThat(extracted.resources.getFirst().facts().stream().map(Extracted::text))
        .contains("calls Service/shop/x required @ spec=known")
        .noneMatch(fact -> fact.startsWith("haunts"));
    assertThat(extracted.rejections)
        .containsExactly(
            "1: Pod/default/a: facts of the relation 'haunts' are left out:"
                + " no catalogue file defines it");
  }

  @Test
  void aRuleWithoutEndIsCutAndReported() {
    Catalogue catalogue =
        with(
            Kind.core("Pod"),
            "spec",
            _ -> Stream.iterate(0, at -> at + 1).map(at -> names("spec", String.valueOf(at))));

    Extracted extracted = Extracted.json(catalogue, POD);

    assertThat(extracted.resources.getFirst().facts()).hasSize(100_000);
    assertThat(extracted.rejections)
        .containsExactly("1: Pod/default/a: it has more than 100000 facts; the rest is left out");
  }

  @Test
  void aRuleThatFailsIsReportedAndTheObjectStays() {
    Catalogue catalogue =
        with(
            Kind.core("Pod"),
            "spec",
            pod ->
                Stream.of(1, 2)
                    .map(at -> {
                      if (at == 2) {
                        throw new IllegalStateException("oops");
                      }
                      return names("spec", "first");
                    }));
    Extracted extracted = new Extracted();
    Extractor extractor = catalogue.extractor();
    for (String name : List.of("a", "b")) {
      extractor.read(
          JsonTokens.of(
              "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"%s\"},"
                      .formatted(name)
                  + "\"spec\":{\"nodeName\":\"n\"}}"),
          extracted);
    }

    assertThat(extractor.failures()).isEqualTo(2);
    assertThat(extracted.resources).hasSize(2);
    assertThat(extracted.resources.getFirst().facts().stream().map(Extracted::text))
        .contains("runs-on Node/n required @ spec.nodeName=n")
        .noneMatch(fact -> fact.contains("first"));
    assertThat(extracted.rejections)
        .containsExactly(
            "1: Pod/default/a: a rule failed and is left out: java.lang.IllegalStateException",
            "1: Pod/default/b: a rule failed and is left out: java.lang.IllegalStateException");
  }
}
