package io.kubilitics.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.layout.plan.Plan;
import io.kubilitics.model.NaturalOrder;
import io.kubilitics.model.Point;
import io.kubilitics.model.Rect;
import io.kubilitics.model.Size;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CanvasTest {
  private final SortedMap<String, Size> frames = new TreeMap<>();
  private final Canvas canvas = new Canvas();

  @Test
  void fewFramesHaveNoDistricts() {
    frames.put("shop", new Size(400, 200));
    canvas.arrange(frames);

    assertThat(canvas.districts(frames.keySet())).isEmpty();
    assertThat(canvas.corner("shop")).isEqualTo(new Point(0, 0));
  }

  @Test
  void namesThatFollowEachOtherShareADistrict() {
    many(3_000);
    canvas.arrange(frames);

    List<Plan.District> districts = canvas.districts(frames.keySet());
    assertThat(districts).hasSizeBetween(3_000 / 64, 3_000 / 16);
    assertThat(districts)
        .allSatisfy(district -> {
          assertThat(district.frames()).hasSizeLessThanOrEqualTo(64);
          assertThat(district.frames())
              .allSatisfy(frame -> assertThat(contains(district.rect(), frame)).isTrue());
        });
    List<String> names =
        districts.stream().flatMap(district -> district.frames().stream()).toList();
    assertThat(names).containsExactlyInAnyOrderElementsOf(frames.keySet());
    List<String> inOrder = new ArrayList<>(frames.keySet());
    inOrder.sort(NaturalOrder.INSTANCE);
    for (Plan.District district : districts) {
      int first = inOrder.indexOf(district.frames().stream().min(NaturalOrder.INSTANCE).get());
      assertThat(inOrder.subList(first, first + district.frames().size()))
          .containsExactlyInAnyOrderElementsOf(district.frames());
    }
  }

  @Test
  void aFrameThatComesLaterFindsItsDistrictAndMovesNobodyThatFits() {
    many(2_000);
    canvas.arrange(frames);
    Map<String, Point> before = corners();
    frames.put("team-0100b", new Size(320, 160));
    canvas.arrange(frames);

    Map<String, Point> after = corners();
    long moved =
        before.keySet().stream()
            .filter(name -> !Objects.equals(before.get(name), after.get(name)))
            .count();
    assertThat(moved).isLessThan(100);
    assertThat(
            canvas.districts(frames.keySet()).stream()
                .filter(district -> district.frames().contains("team-0100b"))
                .findFirst()
                .orElseThrow()
                .frames())
        .contains("team-0100");
    assertNoOverlap();
  }

  @Test
  void remembersItsDistricts() {
    many(1_500);
    canvas.arrange(frames);
    frames.remove("team-0007");
    frames.put("team-0007b", new Size(800, 600));
    canvas.arrange(frames);

    Canvas other = new Canvas();
    other.restore(canvas.packing(), canvas.inside());
    other.arrange(frames);

    assertThat(other.districts(frames.keySet())).isEqualTo(canvas.districts(frames.keySet()));
    frames.keySet().forEach(name -> assertThat(other.corner(name)).isEqualTo(canvas.corner(name)));
  }

  @Test
  void framesNeverOverlap() {
    Random random = new Random(5);
    many(1_100);
    canvas.arrange(frames);
    for (int edit = 0; edit < 60; edit++) {
      String name = "team-%04d".formatted(random.nextInt(1_300));
      if (random.nextInt(4) == 0 && frames.size() > 1) {
        frames.remove(name);
      } else {
        frames.put(name, new Size(320 + 4 * random.nextInt(300), 120 + 4 * random.nextInt(200)));
      }
      canvas.arrange(frames);
    }
    assertNoOverlap();
  }

  private void many(int count) {
    for (int frame = 0; frame < count; frame++) {
      frames.put(
          "team-%04d".formatted(frame), new Size(320 + frame % 7 * 40, 160 + frame % 5 * 40));
    }
  }

  private Map<String, Point> corners() {
    Map<String, Point> corners = new HashMap<>();
    frames.keySet().forEach(name -> corners.put(name, canvas.corner(name)));
    return corners;
  }

  private boolean contains(Rect district, String frame) {
    return district.contains(rect(frame));
  }

  private Rect rect(String frame) {
    Point corner = canvas.corner(frame);
    Size size = frames.getOrDefault(frame, new Size(0, 0));
    return new Rect(corner.x(), corner.y(), size.width(), size.height());
  }

  private void assertNoOverlap() {
    List<Rect> rects = frames.keySet().stream().map(this::rect).toList();
    for (int one = 0; one < rects.size(); one++) {
      for (int other = one + 1; other < rects.size(); other++) {
        assertThat(rects.get(one).grown(31).overlaps(rects.get(other).grown(31))).isFalse();
      }
    }
  }
}
