package io.kubilitics.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.model.Kind;
import io.kubilitics.model.Relation;
import io.kubilitics.model.RelationType;
import io.kubilitics.model.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {
  private static final Catalogue CATALOGUE = Extracted.CATALOGUE;

  @ParameterizedTest
  @CsvSource({
    "po, Pod",
    "pods, Pod",
    "pod, Pod",
    "Pod, Pod",
    "PODS, Pod",
    "pods.v1, Pod",
    "deploy, Deployment.apps",
    "deployments.apps, Deployment.apps",
    "Deployment.apps, Deployment.apps",
    "deployments.v1.apps, Deployment.apps",
    "deployments.extensions, Deployment.apps",
    "ingresses, Ingress.networking.k8s.io",
    "events.events.k8s.io, Event",
    "netpol, NetworkPolicy.networking.k8s.io",
    "endpoints, Endpoints"
  })
  void aWordOfKubectlMeansAKind(String word, String kind) {
    assertThat(CATALOGUE.kind(word)).map(Kind::toString).contains(kind);
  }

  @ParameterizedTest
  @CsvSource({"podz", "pods.apps", "deployments.v1", "v1", "''", "."})
  void anyOtherWordMeansNone(String word) {
    assertThat(CATALOGUE.kind(word)).isEmpty();
  }

  @Test
  void oldTwinsAreOneKind() {
    assertThat(CATALOGUE.kindOf("extensions/v1beta1", "Deployment"))
        .isEqualTo(new Kind("apps", "Deployment"));
    assertThat(CATALOGUE.kindOf("events.k8s.io/v1", "Event")).isEqualTo(Kind.core("Event"));
  }

  @Test
  void theScopeOfAnUndescribedKindIsUnknown() {
    assertThat(CATALOGUE.scopeOf(Kind.core("Pod"))).isEqualTo(Scope.NAMESPACED);
    assertThat(CATALOGUE.scopeOf(Kind.core("Node"))).isEqualTo(Scope.CLUSTER);
    assertThat(CATALOGUE.scopeOf(new Kind("example.com", "Widget"))).isEqualTo(Scope.UNKNOWN);
  }

  @Test
  void relationsCarryWhatFollowsFromThem() {
    RelationType calls = CATALOGUE.relations().of(new Relation("calls"));

    assertThat(calls.hidden()).isTrue();
    assertThat(calls.category()).isEqualTo(RelationType.Category.TRAFFIC);
    assertThat(CATALOGUE.relations().of(Relation.OWNS).harm().reachesTarget()).isTrue();
    assertThat(CATALOGUE.relations().of(new Relation("allows-from")).storage())
        .isEqualTo(RelationType.Storage.COUNTED);
  }
}
