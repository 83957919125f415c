package io.kubilitics.source.cluster.credential;

import io.kubilitics.problem.ProblemException;
import io.kubilitics.source.cluster.kubeconfig.Hidden;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The credential that a plugin prints, kept until 80 % of its life are over or the server refuses
/// it. The plugin runs once at a time, and what it says, good or bad, holds for some seconds at
/// least, so that many requests at once do not start it over and over.
final class PluginCredential implements CredentialSource {
  private static final Duration SHORTEST = Duration.ofSeconds(10);

  private final PluginRunner runner;
  private final String name;
  private final CredentialSource written;
  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();

  private @Nullable Credential latest;
  private @Nullable ProblemException failure;
  private Instant renew = Instant.MIN;
  private boolean refused;
  private Instant mayForce = Instant.MIN;

  /// @param name of the plugin, for messages
  /// @param written the certificate that the kubeconfig has besides
  PluginCredential(
      PluginRunner runner, String name, CredentialSource written, InstantSource clock) {
    this.runner = runner;
    this.name = name;
    this.written = written;
    this.clock = clock;
  }

  @Override
  public Credential current() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      Instant now = clock.instant();
      if (!refused && now.isBefore(renew)) {
        if (failure != null) {
          throw new ProblemException(failure.problem());
        }
        if (latest != null) {
          return latest;
        }
      }
      return renewed();
    } finally {
      lock.unlock();
    }
  }

  private Credential renewed() throws InterruptedException {
    if (refused) {
      mayForce = clock.instant().plus(SHORTEST);
    }
    try {
      Credential next = credential(runner.run());
      latest = next;
      failure = null;
      renew = renewal(clock.instant(), next.expires());
      refused = false;
      return next;
    } catch (ProblemException e) {
      boolean stillGood = !refused && isAlive(latest);
      renew = clock.instant().plus(SHORTEST);
      refused = false;
      if (latest != null && stillGood) {
        return latest;
      }
      latest = null;
      failure = e;
      throw e;
    }
  }

  private boolean isAlive(@Nullable Credential credential) {
    Instant end = credential == null ? null : credential.expires();
    return end != null && clock.instant().isBefore(end);
  }

  /// After 80 % of the life that is left; what lives for ever is renewed when it is refused.
  private static Instant renewal(Instant now, @Nullable Instant expires) {
    if (expires == null) {
      return Instant.MAX;
    }
    Duration life = Duration.between(now, expires);
    Duration most = life.multipliedBy(4).dividedBy(5);
    return now.plus(most.compareTo(SHORTEST) < 0 ? SHORTEST : most);
  }

  private Credential credential(ExecOutput output) throws InterruptedException {
    Hidden token = output.token();
    Credential base = written.current();
    boolean certified = output.key() != null;
    return new Credential(
        token == null ? null : Credentials.bearer(name, token),
        certified ? output.certificates() : base.certificates(),
        certified ? output.key() : base.key(),
        output.expires());
  }

  @Override
  public void refused(Credential credential) {
    lock.lock();
    try {
      if (credential.equals(latest) && !clock.instant().isBefore(mayForce)) {
        refused = true;
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    runner.close();
    written.close();
  }
}
