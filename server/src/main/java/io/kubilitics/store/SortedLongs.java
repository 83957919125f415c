package io.kubilitics.store;

import java.util.Arrays;
import java.util.function.LongConsumer;

/// An immutable sorted set of longs. Up to [#CHUNK] values are one array; more are kept in chunks,
/// so that a change to a set of 50,000 copies one chunk and the chunk directory, never the set.
public abstract sealed class SortedLongs {
  static final int CHUNK = 512;
  public static final SortedLongs EMPTY = new Flat(new long[0]);

  private SortedLongs() {}

  public static SortedLongs of(long value) {
    return new Flat(new long[] {value});
  }

  public abstract int size();

  public final boolean isEmpty() {
    return size() == 0;
  }

  public abstract SortedLongs with(long value);

  public abstract SortedLongs without(long value);

  /// Calls with every value from `from` (inclusive) to `to` (exclusive), in order.
  public abstract void forEach(long from, long to, LongConsumer action);

  /// Calls with every value, in order.
  public abstract void forEach(LongConsumer action);

  /// The smallest value from `from` (inclusive) to `to` (exclusive), or `none`.
  public abstract long firstIn(long from, long to, long none);

  public final boolean contains(long value) {
    return value != Long.MAX_VALUE && firstIn(value, value + 1, ~value) == value;
  }

  /// The position of the first value that is not below `value`.
  private static int position(long[] values, long value) {
    int found = Arrays.binarySearch(values, value);
    return found >= 0 ? found : -found - 1;
  }

  private static long[] insert(long[] values, int at, long value) {
    long[] more = new long[values.length + 1];
    System.arraycopy(values, 0, more, 0, at);
    more[at] = value;
    System.arraycopy(values, at, more, at + 1, values.length - at);
    return more;
  }

  private static long[] remove(long[] values, int at) {
    long[] fewer = new long[values.length - 1];
    System.arraycopy(values, 0, fewer, 0, at);
    System.arraycopy(values, at + 1, fewer, at, fewer.length - at);
    return fewer;
  }

  private static final class Flat extends SortedLongs {
    private final long[] values;

    private Flat(long[] values) {
      this.values = values;
    }

    @Override
    public int size() {
      return values.length;
    }

    @Override
    public SortedLongs with(long value) {
      int at = position(values, value);
      if (at < values.length && values[at] == value) {
        return this;
      }
      long[] more = insert(values, at, value);
      if (more.length <= CHUNK) {
        return new Flat(more);
      }
      int half = more.length / 2;
      return new Chunked(
          new long[][] {Arrays.copyOf(more, half), Arrays.copyOfRange(more, half, more.length)},
          more.length);
    }

    @Override
    public SortedLongs without(long value) {
      int at = position(values, value);
      if (at == values.length || values[at] != value) {
        return this;
      }
      return values.length == 1 ? EMPTY : new Flat(remove(values, at));
    }

    @Override
    public void forEach(LongConsumer action) {
      for (long value : values) {
        action.accept(value);
      }
    }

    @Override
    public void forEach(long from, long to, LongConsumer action) {
      for (int at = position(values, from); at < values.length && values[at] < to; at++) {
        action.accept(values[at]);
      }
    }

    @Override
    public long firstIn(long from, long to, long none) {
      int at = position(values, from);
      return at < values.length && values[at] < to ? values[at] : none;
    }
  }

  private static final class Chunked extends SortedLongs {
    /// None is empty; every value of one is below every value of the next.
    private final long[][] chunks;

    private final int size;

    private Chunked(long[][] chunks, int size) {
      this.chunks = chunks;
      this.size = size;
    }

    /// The first chunk that can hold a value not below this one, or the last chunk.
    private int chunkOf(long value) {
      int low = 0;
      int high = chunks.length - 1;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (chunks[middle][chunks[middle].length - 1] < value) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }

    @Override
    public int size() {
      return size;
    }

    @Override
    public SortedLongs with(long value) {
      int chunk = chunkOf(value);
      long[] values = chunks[chunk];
      int at = position(values, value);
      if (at < values.length && values[at] == value) {
        return this;
      }
      long[] more = insert(values, at, value);
      if (more.length <= CHUNK) {
        long[][] copy = chunks.clone();
        copy[chunk] = more;
        return new Chunked(copy, size + 1);
      }
      int half = more.length / 2;
      long[][] copy = new long[chunks.length + 1][];
      System.arraycopy(chunks, 0, copy, 0, chunk);
      copy[chunk] = Arrays.copyOf(more, half);
      copy[chunk + 1] = Arrays.copyOfRange(more, half, more.length);
      System.arraycopy(chunks, chunk + 1, copy, chunk + 2, chunks.length - chunk - 1);
      return new Chunked(copy, size + 1);
    }

    @Override
    public SortedLongs without(long value) {
      int chunk = chunkOf(value);
      long[] values = chunks[chunk];
      int at = position(values, value);
      if (at == values.length || values[at] != value) {
        return this;
      }
      if (size - 1 <= CHUNK / 2) {
        return flattened().without(value);
      }
      if (values.length == 1) {
        long[][] fewer = new long[chunks.length - 1][];
        System.arraycopy(chunks, 0, fewer, 0, chunk);
        System.arraycopy(chunks, chunk + 1, fewer, chunk, fewer.length - chunk);
        return new Chunked(fewer, size - 1);
      }
      long[][] copy = chunks.clone();
      copy[chunk] = remove(values, at);
      return new Chunked(copy, size - 1);
    }

    private SortedLongs flattened() {
      long[] all = new long[size];
      int at = 0;
      for (long[] chunk : chunks) {
        System.arraycopy(chunk, 0, all, at, chunk.length);
        at += chunk.length;
      }
      return new Flat(all);
    }

    @Override
    public void forEach(LongConsumer action) {
      for (long[] chunk : chunks) {
        for (long value : chunk) {
          action.accept(value);
        }
      }
    }

    @Override
    public void forEach(long from, long to, LongConsumer action) {
      for (int chunk = chunkOf(from); chunk < chunks.length; chunk++) {
        long[] values = chunks[chunk];
        for (int at = position(values, from); at < values.length; at++) {
          if (values[at] >= to) {
            return;
          }
          action.accept(values[at]);
        }
      }
    }

    @Override
    public long firstIn(long from, long to, long none) {
      long[] values = chunks[chunkOf(from)];
      int at = position(values, from);
      return at < values.length && values[at] < to ? values[at] : none;
    }
  }
}
