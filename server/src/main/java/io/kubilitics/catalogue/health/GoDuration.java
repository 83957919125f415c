package io.kubilitics.catalogue.health;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Times as Go writes them: `1h30m`, `45s`.
final class GoDuration {
  private static final Pattern PART = Pattern.compile("\\G(\\d{1,6})(h|m|s)");

  private GoDuration() {}

  /// Whole seconds and more; empty for anything else.
  static Optional<Duration> parse(String text) {
    Matcher part = PART.matcher(text);
    Duration sum = Duration.ZERO;
    int end = 0;
    while (part.find()) {
      long count = Long.parseLong(part.group(1));
      sum =
          sum.plusSeconds(
              switch (part.group(2)) {
                case "h" -> count * 3_600;
                case "m" -> count * 60;
                default -> count;
              });
      end = part.end();
    }
    return end == text.length() && sum.isPositive() ? Optional.of(sum) : Optional.empty();
  }
}
