package io.kubilitics.api;

import java.util.List;
import java.util.function.Function;

/// A part of a list that is ordered by a key.
///
/// @param next what `continue` must be to get the part after this one; `""` when this is the last
record Page<T>(List<T> items, String next) {
  static final String LIMIT = "limit";
  static final String CONTINUE = "continue";

  static final int USUAL_LIMIT = 100;
  static final int HIGHEST_LIMIT = 1_000;

  static int limit(QueryText query) {
    return query.number(LIMIT, 1, HIGHEST_LIMIT, USUAL_LIMIT);
  }

  /// The part that a query asks for; items that came or went meanwhile do not shift it.
  ///
  /// @param list which list it is, see [Bookmark]
  static <T> Page<T> of(QueryText query, String list, List<T> sorted, Function<T, String> key) {
    int limit = limit(query);
    String after = query.one(CONTINUE, text -> Bookmark.parts(text, list).getFirst()).orElse("");
    List<T> rest = sorted.stream().filter(item -> key.apply(item).compareTo(after) > 0).toList();
    if (rest.size() <= limit) {
      return new Page<>(rest, "");
    }
    List<T> items = rest.subList(0, limit);
    return new Page<>(items, Bookmark.text(list, List.of(key.apply(items.getLast()))));
  }
}
