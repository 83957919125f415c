package io.kubilitics.api.stream;

import io.kubilitics.access.Caller;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.session.Session;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What a client and the server say to each other: who it is, what it looks at, and what it is told
/// of that. Used by the one thread of its connection.
final class Conversation implements AutoCloseable {
  private final DeltaStream stream;
  private final Admission.Place place;
  private final Runnable wake;
  private final Map<String, Subscription> subscriptions = new LinkedHashMap<>();
  private @Nullable Caller caller;
  private @Nullable CloseCode ending;
  private @Nullable String answer;
  private int turn;

  /// @param wake called when there may be something to say; must not block
  Conversation(DeltaStream stream, Admission.Place place, Runnable wake) {
    this.stream = stream;
    this.place = place;
    this.wake = wake;
  }

  /// Whether it is known who the client is.
  boolean isGreeted() {
    return caller != null;
  }

  /// Whether an answer waits, before which nothing more is to be heard.
  boolean isAnswering() {
    return answer != null;
  }

  /// Why the connection is to be ended, if it is.
  Optional<CloseCode> ending() {
    return Optional.ofNullable(ending);
  }

  void hear(String message) {
    try {
      ClientMessage said = MessageReader.read(message);
      if (caller == null) {
        greet(said);
      } else {
        obey(said, caller);
      }
    } catch (ProblemException e) {
      refuse(e, MessageReader.idIn(message));
    }
  }

  private void refuse(ProblemException e, String id) {
    if (caller == null) {
      ending = CloseCode.NO_TOKEN;
      return;
    }
    answer = MessageWriter.error(StreamError.of(e.problem(), id));
  }

  private void greet(ClientMessage said) {
    Caller who =
        said instanceof ClientMessage.Hello(String token)
            ? stream.identify(token)
            : Caller.STRANGER;
    if (!who.mayRead()) {
      ending = CloseCode.NO_TOKEN;
      return;
    }
    if (!place.claim(subject(who))) {
      ending = CloseCode.TOO_MANY;
      return;
    }
    caller = who;
    answer = MessageWriter.welcome(stream.clusters().streamEpoch(), stream.limits());
  }

  /// Who is counted as one: guests are told apart by where they come from.
  private String subject(Caller who) {
    return switch (who) {
      case OWNER -> "owner";
      case GUEST, STRANGER -> place.address();
    };
  }

  private void obey(ClientMessage said, Caller by) {
    switch (said) {
      case ClientMessage.Hello _ -> complain("bad-input", "hello was said already", "");
      case ClientMessage.Subscribe subscribe -> subscribe(subscribe, by);
      case ClientMessage.Update(String id, ViewWords view) ->
          with(id, subscription -> update(subscription, view, by));
      case ClientMessage.Unsubscribe(String id) -> with(id, this::unsubscribe);
      case ClientMessage.Pause(String id) -> with(id, Subscription::pause);
      case ClientMessage.Resume(String id) -> with(id, Subscription::resume);
    }
  }

  private void complain(String code, String message, String id) {
    answer = MessageWriter.error(StreamError.of(code, message, id));
  }

  private void with(String id, Consumer<Subscription> action) {
    Subscription subscription = subscriptions.get(id);
    if (subscription == null) {
      complain("no-such-subscription", "nothing is subscribed under this id", id);
      return;
    }
    try {
      action.accept(subscription);
    } catch (ProblemException e) {
      refuse(e, id);
    }
  }

  private void subscribe(ClientMessage.Subscribe said, Caller by) {
    if (subscriptions.containsKey(said.id())) {
      complain("conflict", "something is subscribed under this id", said.id());
      return;
    }
    int most = stream.limits().subscriptions();
    if (subscriptions.size() >= most) {
      complain("too-large", "a connection has at most " + most + " subscriptions", said.id());
      return;
    }
    try {
      Session session = stream.session(said.cluster(), by);
      View view = stream.read(said.view(), session, by.viewer());
      subscriptions.put(
          said.id(), Subscription.open(said, session, view, stream, place.caller(), wake));
      stream.counters().subscriptions().incrementAndGet();
    } catch (ProblemException e) {
      refuse(e, said.id());
    }
  }

  private void update(Subscription subscription, ViewWords words, Caller by) {
    Session session = stream.session(subscription.view().channel().cluster().value(), by);
    subscription.update(stream.read(words, session, by.viewer()), session);
  }

  private void unsubscribe(Subscription subscription) {
    subscriptions.remove(subscription.id());
    subscription.close();
    stream.counters().subscriptions().decrementAndGet();
  }

  /// The next message, if the client is owed one; of all it looks at in turn.
  ///
  /// @param now as [System#nanoTime] has it
  Optional<byte[]> next(long now) {
    if (answer != null) {
      byte[] given = MessageBytes.of(answer);
      answer = null;
      return Optional.of(given);
    }
    List<Subscription> all = new ArrayList<>(subscriptions.values());
    for (int tried = 0; tried < all.size(); tried++) {
      turn = (turn + 1) % all.size();
      Optional<byte[]> message = all.get(turn).next(now);
      if (message.isPresent()) {
        return message;
      }
    }
    return Optional.empty();
  }

  /// Nanoseconds until something may be due without news.
  long quietFor(long now) {
    long quiet = Long.MAX_VALUE;
    for (Subscription subscription : subscriptions.values()) {
      quiet = Math.min(quiet, subscription.quietFor(now));
    }
    return quiet;
  }

  /// Takes up what was closed and is open again.
  void lookAgain() {
    subscriptions.values().forEach(Subscription::lookAgain);
  }

  @Override
  public void close() {
    List.copyOf(subscriptions.values()).forEach(this::unsubscribe);
    place.leave();
  }
}
