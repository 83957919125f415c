package io.kubilitics.store;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// An immutable array in pages. The next version shares every page that did not change, so that one
/// change in 100,000 entries copies one page and the page directory.
public final class PagedArray<T> {
  private static final int PAGE_BITS = 9;
  private static final int PAGE = 1 << PAGE_BITS;
  private static final int MASK = PAGE - 1;
  private static final PagedArray<?> EMPTY = new PagedArray<>(new Object[0][], 0);

  private final @Nullable Object[][] pages;
  private final int size;

  private PagedArray(@Nullable Object[][] pages, int size) {
    this.pages = pages;
    this.size = size;
  }

  @SuppressWarnings("unchecked") // holds no element
  public static <T> PagedArray<T> empty() {
    return (PagedArray<T>) EMPTY;
  }

  /// One more than the highest index ever set.
  public int size() {
    return size;
  }

  /// The entry, or null when it was never set, was cleared, or the index is beyond the end.
  @SuppressWarnings("unchecked") // only a T is ever set
  public @Nullable T get(int index) {
    return index < size ? (T) pages[index >> PAGE_BITS][index & MASK] : null;
  }

  /// The working copy of the one thread that writes. What it has frozen never changes again.
  public static final class Editor<T> {
    private @Nullable Object[][] pages = new Object[0][];
    private boolean[] owned = new boolean[0];
    private int size;

    public int size() {
      return size;
    }

    @SuppressWarnings("unchecked") // only a T is ever set
    public @Nullable T get(int index) {
      return index < size ? (T) pages[index >> PAGE_BITS][index & MASK] : null;
    }

    public void set(int index, @Nullable T value) {
      int page = index >> PAGE_BITS;
      if (page >= pages.length) {
        int before = pages.length;
        int after = Math.max(page + 1, before + (before >> 1));
        pages = Arrays.copyOf(pages, after);
        owned = Arrays.copyOf(owned, after);
        for (int at = before; at < after; at++) {
          pages[at] = new Object[PAGE];
          owned[at] = true;
        }
      }
      if (!owned[page]) {
        pages[page] = pages[page].clone();
        owned[page] = true;
      }
      pages[page][index & MASK] = value;
      size = Math.max(size, index + 1);
    }

    /// The present state for readers. Costs one copy of the page directory.
    public PagedArray<T> freeze() {
      Arrays.fill(owned, false);
      int used = (size + MASK) >> PAGE_BITS;
      return new PagedArray<>(Arrays.copyOf(pages, used), size);
    }
  }
}
