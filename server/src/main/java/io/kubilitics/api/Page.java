package io.kubilitics.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/// A part of a list that is ordered by a key.
///
/// @param next what `continue` must be to get the part after this one; `""` when this is the last
record Page<T>(List<T> items, String next) {
  static final String LIMIT = "limit";
  static final String CONTINUE = "continue";

  private static final int USUAL_LIMIT = 100;
  private static final int HIGHEST_LIMIT = 1_000;

  /// The part that a query asks for; items that came or went meanwhile do not shift it.
  static <T> Page<T> of(QueryText query, List<T> sorted, Function<T, String> key) {
    int limit = query.number(LIMIT, 1, HIGHEST_LIMIT, USUAL_LIMIT);
    String after = query.one(CONTINUE, Page::decode).orElse("");
    List<T> rest = sorted.stream().filter(item -> key.apply(item).compareTo(after) > 0).toList();
    if (rest.size() <= limit) {
      return new Page<>(rest, "");
    }
    List<T> items = rest.subList(0, limit);
    return new Page<>(items, encode(key.apply(items.getLast())));
  }

  private static String encode(String key) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(key.getBytes(StandardCharsets.UTF_8));
  }

  private static String decode(String text) {
    try {
      return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      throw new IllegalArgumentException("is not what an earlier answer said");
    }
  }
}
