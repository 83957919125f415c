package io.kubilitics.source.cluster.credential;

import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks about each call once, however many clusters need it and however often their kubeconfig
/// changes: as long as a call is the same, so is the answer, until this program ends. A yes is kept
/// for later ones besides. One question at a time; whoever needs the same answer meanwhile waits
/// for it. Any thread.
final class RememberedConsent implements PluginConsent {
  private static final Logger LOG = LoggerFactory.getLogger(RememberedConsent.class);

  private final PluginConsent asked;
  private final AgreedCalls agreed;
  private final ReentrantLock asking = new ReentrantLock();

  /// By fingerprint; under the lock.
  private final Map<String, Boolean> answers = new HashMap<>();

  private RememberedConsent(PluginConsent asked, AgreedCalls agreed) {
    this.asked = asked;
    this.agreed = agreed;
  }

  static PluginConsent of(PluginConsent asked, AgreedCalls agreed) {
    return asked instanceof RememberedConsent ? asked : new RememberedConsent(asked, agreed);
  }

  @Override
  public boolean allows(PluginCall call) throws InterruptedException {
    asking.lockInterruptibly();
    try {
      Boolean known = answers.get(call.fingerprint());
      if (known != null) {
        return known;
      }
      boolean answer = asked.allows(call);
      answers.put(call.fingerprint(), answer);
      if (answer) {
        keep(call);
      }
      return answer;
    } finally {
      asking.unlock();
    }
  }

  private void keep(PluginCall call) {
    try {
      agreed.keep(call.fingerprint());
    } catch (UncheckedIOException e) {
      LOG.warn(
          "{}: that its credential plugin may run cannot be written down: {}",
          call.context(),
          String.valueOf(e.getCause()));
    }
  }
}
