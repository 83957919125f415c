package io.kubilitics.model;

import java.util.Comparator;

/// Orders texts as people do: runs of digits count as numbers, so `cart-9` comes before `cart-10`
/// and `10.0.0.9` before `10.0.0.10`. Texts that differ only in leading zeros are ordered letter by
/// letter; no two different texts are equal.
public final class NaturalOrder implements Comparator<String> {
  public static final NaturalOrder INSTANCE = new NaturalOrder();

  private NaturalOrder() {}

  @Override
  public int compare(String one, String other) {
    int at = 0;
    int otherAt = 0;
    while (at < one.length() && otherAt < other.length()) {
      if (isDigit(one, at) && isDigit(other, otherAt)) {
        int end = endOfDigits(one, at);
        int otherEnd = endOfDigits(other, otherAt);
        int order = compareNumbers(one, at, end, other, otherAt, otherEnd);
        if (order != 0) {
          return order;
        }
        at = end;
        otherAt = otherEnd;
      } else {
        int order = Character.compare(one.charAt(at), other.charAt(otherAt));
        if (order != 0) {
          return order;
        }
        at++;
        otherAt++;
      }
    }
    int order = Integer.compare(one.length() - at, other.length() - otherAt);
    return order == 0 ? one.compareTo(other) : order;
  }

  private static int compareNumbers(
      String one, int from, int end, String other, int otherFrom, int otherEnd) {
    int start = withoutZeros(one, from, end);
    int otherStart = withoutZeros(other, otherFrom, otherEnd);
    int order = Integer.compare(end - start, otherEnd - otherStart);
    for (int at = 0; order == 0 && start + at < end; at++) {
      order = Character.compare(one.charAt(start + at), other.charAt(otherStart + at));
    }
    return order;
  }

  private static int withoutZeros(String text, int from, int end) {
    int start = from;
    while (start < end - 1 && text.charAt(start) == '0') {
      start++;
    }
    return start;
  }

  private static int endOfDigits(String text, int from) {
    int end = from;
    while (end < text.length() && isDigit(text, end)) {
      end++;
    }
    return end;
  }

  private static boolean isDigit(String text, int at) {
    char c = text.charAt(at);
    return c >= '0' && c <= '9';
  }
}
