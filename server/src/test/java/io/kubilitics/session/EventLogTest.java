package io.kubilitics.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.model.Kind;
import io.kubilitics.model.ObjectEvent;
import io.kubilitics.model.ResourceId;
import io.kubilitics.model.Viewer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EventLogTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final Kind POD = Kind.core("Pod");

  private final EventLog log = new EventLog();

  private static ObjectEvent event(String key, String pod, int count, int second) {
    return new ObjectEvent(
        key,
        new ResourceId(POD, pod.startsWith("x") ? "hidden" : "shop", pod),
        "",
        ObjectEvent.Type.WARNING,
        "BackOff",
        "Back-off restarting failed container",
        count,
        NOON,
        NOON.plusSeconds(second),
        "kubelet, worker-1");
  }

  private List<ObjectEvent> of(String pod) {
    return log.all(Viewer.EVERYTHING).stream()
        .filter(event -> event.regarding().name().equals(pod))
        .toList();
  }

  @Test
  void theNewestComesFirst() {
    log.add(event("a", "cart", 1, 5));
    log.add(event("b", "cart", 1, 9));
    log.add(event("c", "web", 1, 7));

    assertThat(log.all(Viewer.EVERYTHING))
        .extracting(ObjectEvent::key)
        .containsExactly("b", "c", "a");
    assertThat(of("cart")).extracting(ObjectEvent::key).containsExactly("b", "a");
  }

  @Test
  void aLaterStateOfAnEventTakesItsPlace() {
    log.add(event("a", "cart", 1, 5));
    log.add(event("a", "cart", 2, 8));

    assertThat(log.all(Viewer.EVERYTHING))
        .singleElement()
        .extracting(ObjectEvent::count)
        .isEqualTo(2);
  }

  @Test
  void whatIsToldAgainIsNoNews() {
    AtomicInteger told = new AtomicInteger();
    log.listen(told::incrementAndGet);
    log.add(event("a", "cart", 1, 5));
    long sequence = log.sequence();
    log.add(event("a", "cart", 1, 5));

    assertThat(log.sequence()).isEqualTo(sequence);
    assertThat(told).hasValue(1);
  }

  @Test
  void aNoisyObjectDoesNotPushOutTheOthers() {
    log.add(event("quiet", "web", 1, 0));
    for (int at = 0; at < 10 * EventLog.MOST_OF_ONE; at++) {
      log.add(event("noise-" + at, "cart", 1, at));
    }

    assertThat(of("cart"))
        .hasSize(EventLog.MOST_OF_ONE)
        .first()
        .extracting(ObjectEvent::key)
        .isEqualTo("noise-319");
    assertThat(log.all(Viewer.EVERYTHING)).hasSize(EventLog.MOST_OF_ONE + 1);
  }

  @Test
  void aViewerIsToldOfTheObjectsHeMaySee() {
    log.add(event("a", "cart", 1, 5));
    log.add(event("b", "x-files", 1, 6));

    assertThat(log.all((_, namespace) -> !namespace.equals("hidden")))
        .extracting(ObjectEvent::key)
        .containsExactly("a");
  }

  @Test
  void anyHistoryKeepsItsBoundsAndIsWhatAListWouldKeep() {
    Random random = new Random(4);
    Map<String, ObjectEvent> slow = new LinkedHashMap<>();
    for (int at = 0; at < 3 * EventLog.MOST; at++) {
      int number = random.nextInt(2 * EventLog.MOST);
      ObjectEvent event = event("e" + number, "pod-" + number % 700, random.nextInt(3), at);
      log.add(event);
      slow.remove(event.key());
      List<String> ofOne =
          new ArrayList<>(
              slow.values().stream()
                  .filter(other -> other.regarding().equals(event.regarding()))
                  .map(ObjectEvent::key)
                  .toList());
      if (ofOne.size() == EventLog.MOST_OF_ONE) {
        slow.remove(ofOne.getFirst());
      } else if (slow.size() == EventLog.MOST) {
        slow.remove(slow.keySet().iterator().next());
      }
      slow.put(event.key(), event);
    }

    assertThat(log.all(Viewer.EVERYTHING))
        .isEqualTo(
            slow.values().stream()
                .sorted(
                    Comparator.comparing(ObjectEvent::last)
                        .reversed()
                        .thenComparing(ObjectEvent::key))
                .toList())
        .hasSizeLessThanOrEqualTo(EventLog.MOST);
  }
}
