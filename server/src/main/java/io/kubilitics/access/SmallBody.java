package io.kubilitics.access;

import java.util.List;
import java.util.Optional;

/// Refuses a body that says it is larger than [#MOST_BYTES]. One that does not say is cut off while
/// it is read.
public final class SmallBody implements Guard {
  public static final int MOST_BYTES = 1 << 20;

  private static final int MOST_DIGITS = 7;

  @Override
  public Optional<Refusal> refuses(Visit visit) {
    List<String> lengths = visit.knock().header("Content-Length");
    boolean small = lengths.stream().allMatch(SmallBody::isSmall);
    return small
        ? Optional.empty()
        : Optional.of(new Refusal(413, "too-large", "A body may have at most 1 MiB."));
  }

  private static boolean isSmall(String length) {
    return !length.isEmpty()
        && length.length() <= MOST_DIGITS
        && length.chars().allMatch(c -> c >= '0' && c <= '9')
        && Integer.parseInt(length) <= MOST_BYTES;
  }
}
