package io.kubilitics.export.svg;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.model.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UprightsTest {
  private static final int BASE = 100;

  @Test
  void aWordStandsAtTheLeftWhereNothingCrosses() {
    assertThat(crossedAt().place(5, 50, BASE, 20)).isEqualTo(5);
  }

  @Test
  void aWordStandsBehindWhatCrosses() {
    assertThat(crossedAt(12).place(5, 50, BASE, 20)).isEqualTo(15);
    assertThat(crossedAt(12, 20).place(5, 50, BASE, 20)).isEqualTo(23);
  }

  @Test
  void aWordWithoutRoomHasNoPlace() {
    assertThat(crossedAt().place(5, 20, BASE, 20)).isEqualTo(-1);
    assertThat(crossedAt(20, 34).place(5, 50, BASE, 20)).isEqualTo(-1);
  }

  @Test
  void whatRunsAboveOrBelowDoesNotCount() {
    Uprights uprights = new Uprights();
    uprights.add(List.of(new Point(12, 104), new Point(12, 160)));
    uprights.add(List.of(new Point(12, 20), new Point(12, 92)));

    assertThat(uprights.place(5, 50, BASE, 20)).isEqualTo(5);
  }

  @Test
  void wordsDoNotStandOnEachOther() {
    Uprights uprights = crossedAt();

    assertThat(uprights.place(5, 40, BASE, 20)).isEqualTo(5);
    assertThat(uprights.place(5, 40, BASE, 20)).isEqualTo(-1);
    assertThat(uprights.place(5, 60, BASE, 20)).isEqualTo(28);
    assertThat(uprights.place(5, 40, BASE + 8, 20)).isEqualTo(5);
  }

  /// Against a search of all places.
  @Test
  void theFirstFreePlaceIsFound() {
    Random random = new Random(3);
    for (int round = 0; round < 2_000; round++) {
      int[] crossings = random.ints(random.nextInt(6), 0, 80).toArray();
      int width = 1 + random.nextInt(30);

      assertThat(crossedAt(crossings).place(5, 70, BASE, width))
          .isEqualTo(firstFree(crossings, width));
    }
  }

  private static int firstFree(int[] crossings, int width) {
    for (int x = 5; x + width <= 70; x++) {
      boolean free = true;
      for (int crossing : crossings) {
        free &= crossing <= x - 3 || crossing >= x + width + 3;
      }
      if (free) {
        return x;
      }
    }
    return -1;
  }

  private static Uprights crossedAt(int... crossings) {
    Uprights uprights = new Uprights();
    for (int x : crossings) {
      List<Point> course = new ArrayList<>();
      course.add(new Point(x, 60));
      course.add(new Point(x, 140));
      uprights.add(course);
    }
    return uprights;
  }
}
