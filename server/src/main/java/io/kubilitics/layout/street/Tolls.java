package io.kubilitics.layout.street;

/// What it costs beside its length to go from one crossing to the next, for each unit of length: to
/// run over titles, close to a rectangle, or through a district in which the way neither begins nor
/// ends. Immutable after construction.
final class Tolls {
  private static final int OVER_TITLES = 24;
  private static final int NARROW = 4;
  private static final int FOREIGN = 4;

  private final byte[] tolls;
  private final int[] districts;

  /// @param ground what no way runs over
  /// @param titles what ways run over only when they must
  /// @param districts the frames of what stands on the ground; may be empty
  /// @param room how near a rectangle a way is said to be close to it
  Tolls(Crossings crossings, Ground ground, Ground titles, Ground districts, int room) {
    tolls = new byte[4 * crossings.size()];
    this.districts = new int[districts.size() == 0 ? 0 : crossings.size()];
    for (int crossing = 0; crossing < crossings.size(); crossing++) {
      if (this.districts.length > 0) {
        this.districts[crossing] = districts.at(crossings.x(crossing), crossings.y(crossing));
      }
      for (int direction = Crossings.RIGHT; direction <= Crossings.DOWN; direction++) {
        int next = crossings.next(crossing, direction);
        if (next != Crossings.NONE) {
          int toll =
              (isOver(titles, crossings, crossing, next, 0) ? OVER_TITLES : 0)
                  + (isOver(ground, crossings, crossing, next, room) ? NARROW : 0);
          tolls[4 * crossing + direction] = (byte) toll;
          tolls[4 * next + Crossings.opposite(direction)] = (byte) toll;
        }
      }
    }
  }

  private static boolean isOver(
      Ground ground, Crossings crossings, int crossing, int next, int distance) {
    return !ground.isFree(
        crossings.x(crossing),
        crossings.y(crossing),
        crossings.x(next),
        crossings.y(next),
        distance);
  }

  /// For each unit of length.
  ///
  /// @param home the district of one end of the way
  /// @param otherHome the district of its other end
  int toll(int crossing, int direction, int next, int home, int otherHome) {
    return tolls[4 * crossing + direction]
        + (isForeign(crossing, next, home, otherHome) ? FOREIGN : 0);
  }

  private boolean isForeign(int crossing, int next, int home, int otherHome) {
    if (districts.length == 0) {
      return false;
    }
    int district = districts[crossing];
    return district != Ground.NOTHING
        && district == districts[next]
        && district != home
        && district != otherHome;
  }
}
