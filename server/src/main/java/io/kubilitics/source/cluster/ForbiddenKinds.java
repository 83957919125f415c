package io.kubilitics.source.cluster;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/// Finds out when kinds may be read that were forbidden: one question for the user's rights, soon
/// at first and then ever more rarely. Only when the answer is another one are the kinds asked for
/// themselves. They say when that will be. Used by the plan's thread only.
final class ForbiddenKinds {
  private static final DateTimeFormatter TIME_OF_DAY =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  /// The longest pause, as a multiple of the first one.
  private static final int LONGEST = 30;

  /// Doubling ends there at the latest.
  private static final int MOST_DOUBLINGS = 10;

  private final Collection<KindReading> readings;
  private final Review review;
  private final Questions questions;
  private final Duration first;
  private final Clock clock;
  private final RandomGenerator random;

  private Rights known = Rights.UNKNOWN;
  private boolean isDoubted;
  private int looks;
  private String note = "";

  /// Of the question that is planned; 0 for none. One with a former number is not put.
  private int planned;

  private int plans;

  /// Asks for the user's rights; the answer comes by [#learned].
  interface Review {
    void ask();
  }

  /// @param readings all of them, as they are at any time
  /// @param first pause before the first question
  /// @param random for this alone
  ForbiddenKinds(
      Collection<KindReading> readings,
      Review review,
      Questions questions,
      Duration first,
      Clock clock,
      RandomGenerator random) {
    this.readings = readings;
    this.review = review;
    this.questions = questions;
    this.first = first;
    this.clock = clock;
    this.random = random;
  }

  /// Another user may ask from now on, or another server answer: whatever the next answer is, the
  /// kinds are asked for.
  void doubt() {
    isDoubted = true;
  }

  /// A kind was told to be forbidden. What has just been taken away may soon be given back.
  void forbidden(KindReading reading) {
    if (planned != 0 && looks == 1) {
      reading.say(note);
      return;
    }
    looks = 0;
    plan();
  }

  /// Whether that is something else than what was said before. No answer is no news.
  boolean isNews(Rights rights) {
    return isDoubted || (!rights.equals(Rights.UNKNOWN) && !rights.isAlike(known));
  }

  /// What may be read has been said.
  void learned(Rights rights) {
    boolean isNews = isNews(rights);
    if (!rights.equals(Rights.UNKNOWN)) {
      known = rights;
    }
    if (!isNews) {
      return;
    }
    isDoubted = false;
    List<KindReading> denied = denied();
    denied.forEach(KindReading::tryAgainAtOnce);
    if (!denied.isEmpty()) {
      looks = 0;
      plan();
    }
  }

  private List<KindReading> denied() {
    return readings.stream().filter(KindReading::isDenied).toList();
  }

  private void plan() {
    long longest = first.toNanos() * LONGEST;
    long pause = Math.min(longest, first.toNanos() << Math.min(looks, MOST_DOUBLINGS));
    Duration jittered = Duration.ofNanos(pause - pause / 10 + random.nextLong(pause / 5 + 1));
    looks++;
    plans++;
    int number = plans;
    planned = number;
    Instant next = clock.instant().plus(jittered);
    note = "; asked again at " + TIME_OF_DAY.format(next.atZone(clock.getZone()));
    denied().forEach(reading -> reading.say(note));
    questions.later(jittered, () -> look(number));
  }

  private void look(int number) {
    if (number != planned) {
      return;
    }
    planned = 0;
    if (denied().isEmpty()) {
      return;
    }
    review.ask();
    plan();
  }
}
