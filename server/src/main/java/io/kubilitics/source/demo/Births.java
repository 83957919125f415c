package io.kubilitics.source.demo;

/// Gives objects their uids: UUIDs of version 4 drawn from seed, name and a count of the births
/// since life began, so that an object made anew is another one. One thread.
final class Births {
  private static final long VERSION_MASK = 0xffffffffffff0fffL;
  private static final long VERSION_4 = 0x4000L;
  private static final long VARIANT_MASK = 0x3fffffffffffffffL;
  private static final long VARIANT_RFC = 0x8000000000000000L;

  private final long seed;
  private long since;
  private long now;

  /// @param now seconds of the epoch
  Births(long seed, long now) {
    this.seed = seed;
    this.now = now;
  }

  long seed() {
    return seed;
  }

  /// The world's clock, in seconds of the epoch.
  long now() {
    return now;
  }

  void advanceTo(long now) {
    this.now = now;
  }

  /// An object that is there when the story begins.
  Identity old(Api api, String namespace, String name, long createdAt) {
    return identity(api, namespace, name, 0, createdAt);
  }

  /// An object that is made now.
  Identity born(Api api, String namespace, String name) {
    since++;
    return identity(api, namespace, name, since, now);
  }

  private Identity identity(Api api, String namespace, String name, long birth, long createdAt) {
    Dice dice = Dice.of(Dice.hash(seed, api.name(), namespace, name), "uid", birth);
    return new Identity(
        api,
        namespace,
        name,
        (dice.bits() & VERSION_MASK) | VERSION_4,
        (dice.bits() & VARIANT_MASK) | VARIANT_RFC,
        createdAt);
  }
}
