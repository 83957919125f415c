package io.kubilitics.api.stream;

import java.util.Optional;
import java.util.Set;

/// One view of one cluster that many clients may have subscribed to: what is shown, how, for which
/// class of rights and with which filters, but not which of its topics are in view. Any thread.
public interface Channel extends AutoCloseable {
  /// The latest edition, empty until there is a first one. Asked for at most once per batch, by one
  /// thread, and only while somebody looks; may do then what it has put off.
  Optional<Edition> latest();

  /// Calls whenever there may be a newer edition; on a thread that must not be blocked. Called
  /// once, before the first [#latest].
  void listen(Runnable listener);

  /// Whether a topic is for somebody who has these namespaces in view.
  ///
  /// @param namespaces empty for all; `""` among them for what belongs to none
  default boolean isInView(String topic, Set<String> namespaces) {
    return namespaces.isEmpty() || namespaces.contains(topic);
  }

  /// Lets go of everything; nobody listens any more.
  @Override
  void close();
}
