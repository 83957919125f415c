package io.kubilitics.export.svg;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.model.Point;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CourseTest {
  private static final Pattern COMMAND = Pattern.compile("([MLQ])([-\\d. ]+)");

  @Test
  void aStraightLineStopsBeforeItsEnd() {
    assertThat(drawn(8, 6, at(0, 0), at(40, 0))).isEqualTo("M0 0L34 0");
    assertThat(drawn(8, 6, at(0, 0), at(0, -40))).isEqualTo("M0 0L0 -34");
  }

  @Test
  void bendsAreRounded() {
    assertThat(drawn(8, 2, at(0, 0), at(20, 0), at(20, 30), at(50, 30)))
        .isEqualTo("M0 0L12 0Q20 0 20 8L20 22Q20 30 28 30L48 30");
  }

  @Test
  void aBendTakesNoMoreThanHalfOfARun() {
    assertThat(drawn(8, 0, at(0, 0), at(5, 0), at(5, 40))).isEqualTo("M0 0L2.5 0Q5 0 5 2.5L5 40");
  }

  @Test
  void pointsThatSayNothingAreLeftOut() {
    Course course = Course.of(List.of(at(0, 0), at(0, 0), at(9, 0), at(20, 0), at(20, 0)));

    assertThat(course.points()).containsExactly(at(0, 0), at(20, 0));
  }

  @Test
  void aWayBackIsKept() {
    Course course = Course.of(List.of(at(0, 0), at(20, 0), at(10, 0)));

    assertThat(course.points()).hasSize(3);
    assertThat(course.directionX()).isEqualTo(-1);
  }

  @Test
  void aLineOfOnePointIsDrawnAsOne() {
    assertThat(drawn(8, 6, at(3, 4), at(3, 4))).isEqualTo("M3 4L3 4");
  }

  @Test
  void theMiddleIsThatOfTheLongestRun() {
    assertThat(Course.of(List.of(at(0, 0), at(10, 0), at(10, 80), at(30, 80))).middle())
        .isEqualTo(at(10, 40));
  }

  /// However the points lie: the line keeps to its runs, and no bend reaches past the middle of
  /// one.
  @Test
  void linesStayOnTheirRuns() {
    Random random = new Random(11);
    for (int round = 0; round < 2_000; round++) {
      List<Point> points = randomWay(random);
      Course course = Course.of(points);
      List<double[]> drawn = numbers(drawn(8, 3, points.toArray(Point[]::new)));
      for (double[] point : drawn) {
        assertThat(distance(point, course.points())).isZero();
      }
    }
  }

  private static List<Point> randomWay(Random random) {
    List<Point> points = new ArrayList<>();
    Point at = at(random.nextInt(100), random.nextInt(100));
    points.add(at);
    boolean level = random.nextBoolean();
    for (int turn = 0; turn <= random.nextInt(6); turn++) {
      int by = random.nextInt(61) - 30;
      at = level ? at.plus(by, 0) : at.plus(0, by);
      points.add(at);
      level = !level;
    }
    return points;
  }

  private static double distance(double[] point, List<Point> course) {
    double nearest = Double.MAX_VALUE;
    Point before = course.getFirst();
    for (Point next : course) {
      double x =
          Math.clamp(point[0], Math.min(before.x(), next.x()), Math.max(before.x(), next.x()));
      double y =
          Math.clamp(point[1], Math.min(before.y(), next.y()), Math.max(before.y(), next.y()));
      nearest = Math.min(nearest, Math.hypot(point[0] - x, point[1] - y));
      before = next;
    }
    return nearest;
  }

  private static List<double[]> numbers(String course) {
    List<double[]> points = new ArrayList<>();
    Matcher commands = COMMAND.matcher(course);
    while (commands.find()) {
      String[] numbers = commands.group(2).split(" ", -1);
      for (int at = 0; at + 1 < numbers.length; at += 2) {
        points.add(
            new double[] {Double.parseDouble(numbers[at]), Double.parseDouble(numbers[at + 1])});
      }
    }
    return points;
  }

  private static String drawn(int radius, int cut, Point... points) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    SvgWriter out = new SvgWriter(bytes);
    Course.of(List.of(points)).draw(new PathPen(out), radius, cut);
    out.flush();
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static Point at(int x, int y) {
    return new Point(x, y);
  }
}
