package io.kubilitics.api.stream;

import java.util.HashMap;
import java.util.Map;

/// Counts the clients: all, those of each caller, and those who have not said yet who they are. Any
/// thread.
final class Admission {
  private final ClientLimits limits;
  private final Map<String, Integer> ofCaller = new HashMap<>();
  private final Map<String, Integer> strangersFrom = new HashMap<>();
  private int all;
  private int strangers;

  Admission(ClientLimits limits) {
    this.limits = limits;
  }

  /// Lets in somebody from an address, if there is room.
  synchronized Place enter(String address) {
    boolean full =
        all >= limits.all()
            || strangers >= limits.strangers()
            || strangersFrom.getOrDefault(address, 0) >= limits.strangersFromOne();
    if (full) {
      return new Place(address, Standing.OUTSIDE);
    }
    all++;
    strangers++;
    strangersFrom.merge(address, 1, Integer::sum);
    return new Place(address, Standing.STRANGER);
  }

  private enum Standing {
    OUTSIDE,
    STRANGER,
    CALLER
  }

  /// The place of one client. Given back with [#leave].
  final class Place {
    private final String address;
    private Standing standing;
    private String caller = "";

    private Place(String address, Standing standing) {
      this.address = address;
      this.standing = standing;
    }

    /// Where the client comes from.
    String address() {
      return address;
    }

    /// Whether there was no room.
    boolean isRefused() {
      synchronized (Admission.this) {
        return standing == Standing.OUTSIDE;
      }
    }

    /// Makes a caller of a stranger, unless this caller has as many clients as it may.
    boolean claim(String somebody) {
      synchronized (Admission.this) {
        if (standing != Standing.STRANGER || ofCaller.getOrDefault(somebody, 0) >= limits.ofOne()) {
          return false;
        }
        forgetStranger();
        ofCaller.merge(somebody, 1, Integer::sum);
        caller = somebody;
        standing = Standing.CALLER;
        return true;
      }
    }

    /// Whose it is.
    String caller() {
      synchronized (Admission.this) {
        return caller;
      }
    }

    void leave() {
      synchronized (Admission.this) {
        switch (standing) {
          case OUTSIDE -> {
            return;
          }
          case STRANGER -> forgetStranger();
          case CALLER -> less(ofCaller, caller);
        }
        all--;
        standing = Standing.OUTSIDE;
      }
    }

    private void forgetStranger() {
      strangers--;
      less(strangersFrom, address);
    }
  }

  private static void less(Map<String, Integer> counts, String name) {
    counts.computeIfPresent(name, (_, count) -> count == 1 ? null : count - 1);
  }
}
