package io.kubilitics.layout.block;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The order in which a person would list the boxes of a block: workload by workload, each with
/// what points at it before it and what it uses after it, each in canonical order, but what the
/// next workloads also use last.
final class Reading {
  private final Shape shape;
  private final Course course;
  private final List<List<Integer>> linksOfBoxes;
  private final boolean[] listed;
  private final int[] order;
  private int count;

  private Reading(Shape shape, Course course) {
    this.shape = shape;
    this.course = course;
    this.linksOfBoxes = shape.linksOfBoxes();
    this.listed = new boolean[shape.boxes()];
    this.order = new int[shape.boxes()];
  }

  /// The boxes in that order.
  static int[] order(Shape shape, Course course) {
    Reading reading = new Reading(shape, course);
    for (int box = 0; box < shape.boxes(); box++) {
      if (shape.workload(box) && !reading.listed[box]) {
        reading.listAround(box);
      }
    }
    for (int box = 0; box < shape.boxes(); box++) {
      reading.list(box);
    }
    return reading.order;
  }

  private void listAround(int workload) {
    for (int left : reachable(workload, true)) {
      list(left);
    }
    list(workload);
    for (int right : reachable(workload, false)) {
      list(right);
    }
  }

  private void list(int box) {
    if (!listed[box]) {
      listed[box] = true;
      order[count++] = box;
    }
  }

  /// What is not yet listed and leads to the workload, or is used by it, without another workload
  /// between.
  private List<Integer> reachable(int workload, boolean toTheLeft) {
    boolean[] seen = new boolean[shape.boxes()];
    List<Integer> found = new ArrayList<>(List.of(workload));
    for (int at = 0; at < found.size(); at++) {
      int box = found.get(at);
      for (int link : linksOfBoxes.get(box)) {
        int next = toTheLeft ? course.left(link) : course.right(link);
        if (!seen[next] && !listed[next] && !shape.workload(next)) {
          seen[next] = true;
          found.add(next);
        }
      }
    }
    return found.stream()
        .skip(1)
        .sorted(
            Comparator.<Integer, Boolean>comparing(box -> leadsOn(box, workload))
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  /// True for what also belongs to a workload that is still to come.
  private boolean leadsOn(int box, int workload) {
    for (int link : linksOfBoxes.get(box)) {
      int other = shape.from(link) == box ? shape.to(link) : shape.from(link);
      if (other != workload && shape.workload(other) && !listed[other]) {
        return true;
      }
    }
    return false;
  }
}
