package io.kubilitics.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.check.Findings;
import io.kubilitics.check.WorldMode;
import io.kubilitics.model.Viewer;
import io.kubilitics.testbed.Manifests;
import io.kubilitics.topology.Engine;
import io.kubilitics.topology.Topology;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RecentFindingsTest {
  private static final String SERVICE =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: NAME, namespace: shop}
      spec: {selector: {app: web}}
      """;

  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1_000_000);
  private final Engine engine = new Engine(Catalogue.builtIn().relations());

  @Test
  void whatIsFoundQuicklyIsLookedForAtEveryRevision() {
    RecentFindings findings = taking(Duration.ofMillis(5));

    assertIsOf(findings, revision("one"), 1);
    assertIsOf(findings, revision("two"), 2);
  }

  @Test
  void whatIsFoundSlowlyIsGivenAgainForAFewTimesAsLong() {
    RecentFindings findings = taking(Duration.ofSeconds(1));

    assertIsOf(findings, revision("one"), 1);
    Topology second = revision("two");
    assertIsOf(findings, second, 1);
    now.addAndGet(Duration.ofSeconds(2).toNanos());
    assertIsOf(findings, second, 1);
    now.addAndGet(Duration.ofSeconds(5).toNanos());
    assertIsOf(findings, second, 2);
  }

  @Test
  void whoAsksOfAnOlderRevisionGetsTheNewerOne() {
    RecentFindings findings = taking(Duration.ofMillis(5));
    Topology first = revision("one");

    assertIsOf(findings, revision("two"), 2);
    assertIsOf(findings, first, 2);
  }

  /// Every look at the time takes as long as a search.
  private RecentFindings taking(Duration search) {
    return new RecentFindings(Viewer.EVERYTHING, () -> now.getAndAdd(search.toNanos()));
  }

  private Topology revision(String service) {
    engine.apply(Manifests.changes(SERVICE.replace("NAME", service)));
    return engine.current();
  }

  private static void assertIsOf(RecentFindings recent, Topology asked, long revision) {
    RecentFindings.Found found = recent.of(asked, WorldMode.CLOSED, List.of());
    assertThat(found.topology().revision()).isEqualTo(revision);
    assertThat(found.findings())
        .isEqualTo(Findings.of(found.topology(), Viewer.EVERYTHING, WorldMode.CLOSED));
  }
}
