package io.kubilitics.catalogue.health;

import java.util.List;
import java.util.Locale;

/// One field of a cron schedule: which numbers it means.
///
/// @param bits bit n is set for number n, all below 60
/// @param isStar whether it was written as `*` or `?`, so that it restricts nothing
record CronField(long bits, boolean isStar) {
  static final List<String> NO_NAMES = List.of();
  static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  static final List<String> WEEKDAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");

  /// Reads `*`, `*/15`, `1-5`, `1-30/2`, `5/10`, names, and lists of these.
  ///
  /// @param names of the numbers from `from` on
  /// @throws IllegalArgumentException for what means nothing
  static CronField parse(String text, int from, int to, List<String> names) {
    long bits = 0;
    boolean isStar = false;
    for (String part : text.split(",", -1)) {
      int slash = part.indexOf('/');
      String range = slash < 0 ? part : part.substring(0, slash);
      int step = slash < 0 ? 1 : number(part.substring(slash + 1), 1, to + 1);
      boolean isAll = range.equals("*") || range.equals("?");
      isStar |= isAll && step == 1;
      int dash = range.indexOf('-');
      int first = from;
      int last = to;
      if (!isAll) {
        first = value(dash < 0 ? range : range.substring(0, dash), from, to, names);
        last = slash >= 0 ? to : first;
        last = dash < 0 ? last : value(range.substring(dash + 1), first, to, names);
      }
      for (int number = first; number <= last; number += step) {
        bits |= 1L << number;
      }
    }
    return new CronField(bits, isStar);
  }

  private static int value(String text, int from, int to, List<String> names) {
    int name = names.indexOf(text.toLowerCase(Locale.ROOT));
    return name >= 0 ? name + from(names) : number(text, from, to);
  }

  private static int from(List<String> names) {
    return names.equals(MONTHS) ? 1 : 0;
  }

  private static int number(String text, int least, int most) {
    long number = Values.number(text, -1);
    if (text.isEmpty() || number < least || number > most) {
      throw new IllegalArgumentException(text);
    }
    return (int) number;
  }

  boolean has(int number) {
    return (bits & 1L << number) != 0;
  }

  /// The first number of the field that is not less, -1 when there is none.
  int next(int number) {
    long rest = number >= Long.SIZE ? 0 : bits >>> number << number;
    return rest == 0 ? -1 : Long.numberOfTrailingZeros(rest);
  }
}
