package io.kubilitics.source.demo;

/// When a CronJob runs, in the three forms the company uses: every so many minutes, hourly, daily.
/// In UTC.
///
/// @param periodMinutes divides an hour, or is an hour or a day
/// @param offsetMinutes less than the period
record Schedule(int periodMinutes, int offsetMinutes) {
  static final int MINUTES_OF_AN_HOUR = 60;
  static final int MINUTES_OF_A_DAY = 1_440;

  private static final int SECONDS = 60;

  /// At 02:00.
  static final Schedule NIGHTLY = daily(120);

  static Schedule daily(int minuteOfTheDay) {
    return new Schedule(MINUTES_OF_A_DAY, minuteOfTheDay);
  }

  static Schedule hourly(int minute) {
    return new Schedule(MINUTES_OF_AN_HOUR, minute);
  }

  static Schedule everyMinutes(int minutes) {
    return new Schedule(minutes, 0);
  }

  /// The last time at or before the given one, both in seconds of the epoch.
  long lastUntil(long epochSecond) {
    long minute = Math.floorDiv(epochSecond, SECONDS);
    return (minute - Math.floorMod(minute - offsetMinutes, periodMinutes)) * SECONDS;
  }

  long nextAfter(long epochSecond) {
    return lastUntil(epochSecond) + periodSeconds();
  }

  long periodSeconds() {
    return (long) periodMinutes * SECONDS;
  }

  /// As crontab writes it.
  @Override
  public String toString() {
    if (periodMinutes == MINUTES_OF_A_DAY) {
      return offsetMinutes % MINUTES_OF_AN_HOUR
          + " "
          + offsetMinutes / MINUTES_OF_AN_HOUR
          + " * * *";
    }
    if (periodMinutes == MINUTES_OF_AN_HOUR) {
      return offsetMinutes + " * * * *";
    }
    return "*/" + periodMinutes + " * * * *";
  }
}
