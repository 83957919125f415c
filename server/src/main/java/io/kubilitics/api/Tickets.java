package io.kubilitics.api;

import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tickets that open one answer each, once, for half a minute: 256 random bits, of which only a
/// hash is kept. They give no other right. Any thread.
///
/// @param <T> what a ticket opens
final class Tickets<T> {
  static final Duration LIFE = Duration.ofSeconds(30);
  static final int MOST = 100;

  private static final int BYTES = 32;

  private record Issued<T>(T what, Instant expiresAt) {}

  /// @param text for whoever may use it, and nobody else
  record Ticket(String text, Instant expiresAt) {}

  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  /// By hash, the oldest first.
  private final Map<String, Issued<T>> issued = new LinkedHashMap<>();

  Tickets(InstantSource clock) {
    this.clock = clock;
  }

  /// Makes a ticket.
  ///
  /// @throws ProblemException `Busy` when too many are out
  synchronized Ticket issue(T what) {
    Instant now = clock.instant();
    issued.values().removeIf(each -> !now.isBefore(each.expiresAt()));
    if (issued.size() >= MOST) {
      throw new ProblemException(new Problem.Busy("a download ticket", LIFE));
    }
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Instant expiresAt = now.plus(LIFE);
    issued.put(hash(text), new Issued<>(what, expiresAt));
    return new Ticket(text, expiresAt);
  }

  /// What a ticket opens; from then on it opens nothing.
  synchronized Optional<T> redeem(String text) {
    return valid(issued.remove(hash(text)));
  }

  /// What a ticket would open.
  synchronized Optional<T> peek(String text) {
    return valid(issued.get(hash(text)));
  }

  private Optional<T> valid(@Nullable Issued<T> found) {
    return Optional.ofNullable(found)
        .filter(each -> clock.instant().isBefore(each.expiresAt()))
        .map(Issued::what);
  }

  private static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
