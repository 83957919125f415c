package io.kubilitics.store;

import java.util.Arrays;

/// [PagedArray] for ints; an entry that was never set is 0.
public final class PagedInts {
  private static final int PAGE_BITS = 9;
  private static final int PAGE = 1 << PAGE_BITS;
  private static final int MASK = PAGE - 1;
  static final PagedInts EMPTY = new PagedInts(new int[0][]);

  private final int[][] pages;

  private PagedInts(int[][] pages) {
    this.pages = pages;
  }

  int get(int index) {
    int page = index >> PAGE_BITS;
    return page < pages.length ? pages[page][index & MASK] : 0;
  }

  /// The working copy of the one thread that writes.
  static final class Editor {
    private int[][] pages = new int[0][];
    private boolean[] owned = new boolean[0];

    int get(int index) {
      int page = index >> PAGE_BITS;
      return page < pages.length ? pages[page][index & MASK] : 0;
    }

    void set(int index, int value) {
      int page = index >> PAGE_BITS;
      if (page >= pages.length) {
        int before = pages.length;
        int after = Math.max(page + 1, before + (before >> 1));
        pages = Arrays.copyOf(pages, after);
        owned = Arrays.copyOf(owned, after);
        for (int at = before; at < after; at++) {
          pages[at] = new int[PAGE];
          owned[at] = true;
        }
      }
      if (!owned[page]) {
        pages[page] = pages[page].clone();
        owned[page] = true;
      }
      pages[page][index & MASK] = value;
    }

    PagedInts freeze() {
      Arrays.fill(owned, false);
      return new PagedInts(pages.clone());
    }
  }
}
