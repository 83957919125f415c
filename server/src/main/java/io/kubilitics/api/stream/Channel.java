package io.kubilitics.api.stream;

import java.util.Optional;

/// One view of one cluster that many clients may have subscribed to: what is shown, how, for which
/// class of rights and with which filters, but not which of its topics are in view. Any thread.
public interface Channel extends AutoCloseable {
  /// The latest edition, empty until there is a first one. Takes no lock that a writer holds for
  /// long.
  Optional<Edition> latest();

  /// Calls whenever there may be a newer edition; on a thread that must not be blocked.
  void listen(Runnable listener);

  /// Lets go of everything; nobody listens any more.
  @Override
  void close();
}
