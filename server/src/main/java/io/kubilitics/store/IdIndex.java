package io.kubilitics.store;

import io.kubilitics.model.ResourceId;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Finds the handle of an id: a chained hash table whose two columns are paged, so that an
/// immutable version for readers costs next to nothing. The ids themselves stay with the owner of
/// the handles, who is asked for them.
public final class IdIndex {
  public static final int NOT_FOUND = -1;
  private static final int SMALLEST = 1024;

  /// For each bucket the first handle + 1, 0 for none; a power of two of them.
  private final PagedInts heads;

  private final int buckets;

  /// For each handle the next one of its bucket + 1.
  private final PagedInts next;

  private IdIndex(PagedInts heads, int buckets, PagedInts next) {
    this.heads = heads;
    this.buckets = buckets;
    this.next = next;
  }

  public static IdIndex empty() {
    return new IdIndex(PagedInts.EMPTY, SMALLEST, PagedInts.EMPTY);
  }

  public int find(ResourceId id, IntFunction<@Nullable ResourceId> idOf) {
    int at = heads.get(bucket(id, buckets));
    while (at != 0 && !id.equals(idOf.apply(at - 1))) {
      at = next.get(at - 1);
    }
    return at - 1;
  }

  private static int bucket(ResourceId id, int buckets) {
    int hash = id.hashCode() * 0x9E3779B9;
    return (hash ^ (hash >>> 15)) & (buckets - 1);
  }

  /// The working copy of the one thread that writes.
  public static final class Editor {
    private PagedInts.Editor heads = new PagedInts.Editor();
    private int buckets = SMALLEST;
    private final PagedInts.Editor next = new PagedInts.Editor();
    private int size;

    public int find(ResourceId id, IntFunction<@Nullable ResourceId> idOf) {
      int at = heads.get(bucket(id, buckets));
      while (at != 0 && !id.equals(idOf.apply(at - 1))) {
        at = next.get(at - 1);
      }
      return at - 1;
    }

    /// Adds an id that is not in yet.
    public void add(ResourceId id, int handle, IntFunction<@Nullable ResourceId> idOf) {
      if (size >= buckets) {
        grow(idOf);
      }
      size++;
      chain(id, handle);
    }

    private void chain(ResourceId id, int handle) {
      int bucket = bucket(id, buckets);
      next.set(handle, heads.get(bucket));
      heads.set(bucket, handle + 1);
    }

    public void remove(ResourceId id, int handle) {
      int bucket = bucket(id, buckets);
      int at = heads.get(bucket);
      if (at == handle + 1) {
        heads.set(bucket, next.get(handle));
      } else {
        while (next.get(at - 1) != handle + 1) {
          at = next.get(at - 1);
        }
        next.set(at - 1, next.get(handle));
      }
      size--;
    }

    private void grow(IntFunction<@Nullable ResourceId> idOf) {
      PagedInts.Editor old = heads;
      int oldBuckets = buckets;
      heads = new PagedInts.Editor();
      buckets = oldBuckets * 2;
      for (int bucket = 0; bucket < oldBuckets; bucket++) {
        int at = old.get(bucket);
        while (at != 0) {
          int following = next.get(at - 1);
          ResourceId id = idOf.apply(at - 1);
          if (id != null) {
            chain(id, at - 1);
          }
          at = following;
        }
      }
    }

    public IdIndex freeze() {
      return new IdIndex(heads.freeze(), buckets, next.freeze());
    }
  }
}
