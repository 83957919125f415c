package io.kubilitics.topology;

/// A fact by its place: the handle of the object that states it and its index there, in one long.
final class FactRef {
  private FactRef() {}

  static long of(int owner, int index) {
    return ((long) owner << 32) | index;
  }

  static int owner(long ref) {
    return (int) (ref >>> 32);
  }

  static int index(long ref) {
    return (int) ref;
  }
}
