package io.kubilitics.api.stream;

import java.util.Optional;

/// What a client may say.
sealed interface ClientMessage {
  /// The first message.
  ///
  /// @param token `""` for none
  record Hello(String token) implements ClientMessage {
    @Override
    public String toString() {
      return "Hello[hidden]";
    }
  }

  record Subscribe(String id, String cluster, ViewWords view, Optional<ResumePoint> resume)
      implements ClientMessage {}

  record Update(String id, ViewWords view) implements ClientMessage {}

  record Unsubscribe(String id) implements ClientMessage {}

  record Pause(String id) implements ClientMessage {}

  record Resume(String id) implements ClientMessage {}

  /// A state that the client has.
  record ResumePoint(String streamEpoch, long revision) {}
}
