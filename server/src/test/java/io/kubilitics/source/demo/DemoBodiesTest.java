package io.kubilitics.source.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.catalogue.Catalogue;
import io.kubilitics.model.Body;
import io.kubilitics.model.Change;
import io.kubilitics.model.ResourceId;
import io.kubilitics.source.Place;
import io.kubilitics.source.SourceListener;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoBodiesTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  @Test
  void everyObjectHasABodyAndNoSecretIsInOne() {
    List<ResourceId> ids = new ArrayList<>();
    try (DemoSource source =
        DemoSource.still(DemoSpec.parse("demo:1000"), Catalogue.builtIn(), NOON)) {
      source.open(
          new SourceListener() {
            @Override
            public void changes(List<Change> batch) {
              for (Change change : batch) {
                if (change instanceof Change.Put put) {
                  ids.add(put.resource().id());
                }
              }
            }

            @Override
            public void rejected(Place place, String reason) {}
          });

      assertThat(ids).hasSizeGreaterThan(900);
      for (ResourceId id : ids) {
        Body body = source.body(id).orElseThrow();
        assertThat(body.root().map("metadata").text("name")).isEqualTo(id.name());
        if (id.kind().name().equals("Secret")) {
          assertThat(body.root().map("data").fields().values())
              .allMatch(value -> value.toString().contains("masked("));
        }
      }
      assertThat(source.body(ResourceId.parse("Pod/default/nobody"))).isEmpty();
      assertThat(source.body(ResourceId.parse("Pod/nowhere/nobody"))).isEmpty();
    }
  }
}
