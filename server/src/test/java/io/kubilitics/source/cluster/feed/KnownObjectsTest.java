package io.kubilitics.source.cluster.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.model.Evidence;
import io.kubilitics.model.Fact;
import io.kubilitics.model.Features;
import io.kubilitics.model.Health;
import io.kubilitics.model.Kind;
import io.kubilitics.model.Labels;
import io.kubilitics.model.NodeNeeds;
import io.kubilitics.model.Resource;
import io.kubilitics.model.ResourceId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class KnownObjectsTest {
  private static final Kind POD = Kind.core("Pod");

  private static ResourceId id(int number) {
    return new ResourceId(POD, "n" + number % 3, "p" + number);
  }

  private static Resource resource(int number, int state) {
    return Resource.builder(id(number)).uid("u").digest(state).build();
  }

  @Test
  void itKnowsWhatAMapAndASetKnow() {
    for (long seed = 1; seed <= 50; seed++) {
      RandomGenerator random = new SplittableRandom(seed);
      KnownObjects known = new KnownObjects();
      Map<ResourceId, Integer> states = new TreeMap<>();
      Set<ResourceId> seen = new HashSet<>();
      for (int step = 0; step < 2_000; step++) {
        int number = random.nextInt(120);
        int state = random.nextInt(3);
        String about = "seed " + seed + ", step " + step;
        switch (random.nextInt(20)) {
          case 0 -> {
            known.forgetSeen();
            seen.clear();
          }
          case 1 -> {
            List<ResourceId> unseen = new ArrayList<>(states.keySet());
            unseen.removeAll(seen);
            assertThat(known.removeUnseen()).as(about).isEqualTo(unseen);
            states.keySet().retainAll(seen);
          }
          case 2, 3, 4, 5, 6, 7 -> {
            assertThat(known.remove(id(number)))
                .as(about)
                .isEqualTo(states.containsKey(id(number)));
            states.remove(id(number));
            seen.remove(id(number));
          }
          case 8 -> {
            known.see(id(number));
            if (states.containsKey(id(number))) {
              seen.add(id(number));
            }
          }
          default -> {
            Integer before = states.put(id(number), state);
            boolean isNews = before == null || before != state;
            assertThat(known.put(resource(number, state))).as(about).isEqualTo(isNews);
            seen.add(id(number));
          }
        }
        assertThat(known.size()).as(about).isEqualTo(states.size());
      }
    }
  }

  @Test
  void whateverTwoResourcesDifferInIsNews() {
    KnownObjects known = new KnownObjects();
    Resource plain = Resource.builder(id(1)).uid("u").digest(7).build();
    assertThat(known.put(plain)).isTrue();
    assertThat(known.put(Resource.builder(id(1)).uid("u").digest(7).build())).isFalse();
    Evidence evidence = new Evidence("spec.taints", "k", "", "");
    List<Resource> others =
        List.of(
            Resource.builder(id(1)).uid("v").digest(7).build(),
            Resource.builder(id(1)).uid("u").digest(8).build(),
            Resource.builder(id(1)).uid("u").digest(7).version("v1").build(),
            Resource.builder(id(1)).uid("u").digest(7).createdAt(java.time.Instant.EPOCH).build(),
            Resource.builder(id(1))
                .uid("u")
                .digest(7)
                .facts(List.of(new Fact.Repels(evidence, new NodeNeeds.Taint("k", "v", "e"))))
                .build(),
            Resource.builder(id(1))
                .uid("u")
                .digest(7)
                .features(Features.of(List.of("size"), List.of("large")))
                .build(),
            Resource.builder(id(1)).uid("u").digest(7).labels(Labels.of(Map.of("a", "b"))).build(),
            Resource.builder(id(1))
                .uid("u")
                .digest(7)
                .health(new Health(Health.Status.FAILED, "", "", null))
                .build());
    for (Resource other : others) {
      assertThat(known.put(other)).isTrue();
      assertThat(known.put(plain)).isTrue();
    }
  }

  @Test
  void statesThatAreForgottenAreNewsAgainAndTheObjectsStay() {
    KnownObjects known = new KnownObjects();
    known.put(resource(1, 1));
    known.put(resource(2, 1));
    known.forgetStates();
    assertThat(known.put(resource(1, 1))).isTrue();
    known.forgetSeen();
    assertThat(known.put(resource(1, 1))).isFalse();
    assertThat(known.removeUnseen()).containsExactly(id(2));
  }
}
