package io.kubilitics.gitops;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.model.Fact;
import io.kubilitics.plugin.FactRule;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What installers and reconcilers write on objects, and list.
class MarksTest {
  private static List<String> facts(FactRule rule, String id, Map<String, Object> fields) {
    return rule.facts(new WrittenObject(id, fields)).map(MarksTest::text).toList();
  }

  private static String text(Fact fact) {
    return switch (fact) {
      case Fact.Names names ->
          names.relation() + " " + names.target() + (names.reversed() ? " reversed" : "");
      case Fact.Reaches reaches -> reaches.relation() + " " + reaches.synthetic().id();
      default -> fact.toString();
    };
  }

  private static Map<String, Object> annotated(Map<String, Object> annotations) {
    return Map.of("metadata", Map.of("annotations", annotations));
  }

  @Test
  void helmsTwoAnnotationsAreAboutARelease() {
    assertThat(
            facts(
                new InstalledByHelm(),
                "Service/shop/web",
                annotated(
                    Map.of(
                        "meta.helm.sh/release-name", "web",
                        "meta.helm.sh/release-namespace", "apps"))))
        .containsExactly("installed-by HelmRelease/apps/web");
  }

  @Test
  void oneOfThemAloneIsNot() {
    assertThat(
            facts(
                new InstalledByHelm(),
                "Service/shop/web",
                annotated(Map.of("meta.helm.sh/release-name", "web"))))
        .isEmpty();
  }

  @Test
  void aRecordOfHelmBelongsToItsRelease() {
    assertThat(facts(new InstalledByHelm(), "Secret/shop/sh.helm.release.v1.a.v2.v12", Map.of()))
        .containsExactly("installed-by HelmRelease/shop/a.v2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Secret/shop/sh.helm.release.v1.web",
        "Secret/shop/sh.helm.release.v1..v1",
        "Secret/shop/sh.helm.release.v1.web.vX",
        "Service/shop/sh.helm.release.v1.web.v1"
      })
  void whatOnlyLooksLikeARecordIsNone(String id) {
    assertThat(facts(new InstalledByHelm(), id, Map.of())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "web:apps/Deployment:shop/other",
        "web:apps/StatefulSet:shop/web",
        "web:apps/Deployment:other/web",
        ":apps/Deployment:shop/web",
        "web",
        "team_:apps/Deployment:shop/web"
      })
  void aTrackingIdThatIsNotAboutTheObjectSaysNothing(String id) {
    assertThat(
            facts(
                new ReconciledByMark(),
                "Deployment.apps/shop/web",
                annotated(Map.of("argocd.argoproj.io/tracking-id", id))))
        .isEmpty();
  }

  @Test
  void aTrackingIdNamesTheNamespaceOfAnAppElsewhere() {
    assertThat(
            facts(
                new ReconciledByMark(),
                "Deployment.apps/shop/web",
                annotated(
                    Map.of("argocd.argoproj.io/tracking-id", "team_web:apps/Deployment:shop/web"))))
        .containsExactly("reconciled-by Application.argoproj.io/team/web");
  }

  @Test
  void anInventoryIsReadFromTheOtherEnd() {
    assertThat(
            facts(
                new ReconciledByList(),
                "Kustomization.kustomize.toolkit.fluxcd.io/flux-system/apps",
                Map.of(
                    "status",
                    Map.of(
                        "inventory",
                        Map.of(
                            "entries",
                            List.of(
                                Map.of("id", "shop_web_apps_Deployment"),
                                Map.of("id", "_web_rbac.authorization.k8s.io_ClusterRole"),
                                Map.of("id", "nonsense"),
                                Map.of("id", "a_b_c_d_e"),
                                "text"))))))
        .containsExactly(
            "reconciled-by Deployment.apps/shop/web reversed",
            "reconciled-by ClusterRole.rbac.authorization.k8s.io/web reversed");
  }

  @Test
  void whatIsAppliedToAnotherClusterIsNotHere() {
    Map<String, Object> resources =
        Map.of("resources", List.of(Map.of("kind", "Pod", "name", "a", "namespace", "shop")));

    assertThat(
            facts(
                new ReconciledByList(),
                "Application.argoproj.io/argocd/a",
                Map.of("status", resources, "spec", Map.of("destination", Map.of("name", "prod")))))
        .isEmpty();
    assertThat(
            facts(
                new FluxMakesRelease(),
                "HelmRelease.helm.toolkit.fluxcd.io/a/b",
                Map.of("spec", Map.of("kubeConfig", Map.of()))))
        .isEmpty();
  }

  @Test
  void aFluxReleaseIsNamedAfterItsTargetNamespaceAndItself() {
    assertThat(
            facts(
                new FluxMakesRelease(),
                "HelmRelease.helm.toolkit.fluxcd.io/flux/web",
                Map.of("spec", Map.of("targetNamespace", "shop"))))
        .containsExactly("produces HelmRelease/shop/shop-web");
    assertThat(
            facts(
                new FluxMakesRelease(),
                "HelmRelease.helm.toolkit.fluxcd.io/flux/web",
                Map.of("spec", Map.of("releaseName", "front"))))
        .containsExactly("produces HelmRelease/flux/front");
  }
}
