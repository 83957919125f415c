package io.kubilitics.testbed.stream;

import io.kubilitics.api.stream.Channel;
import io.kubilitics.api.stream.ChannelKey;
import io.kubilitics.api.stream.ChannelMaker;
import io.kubilitics.api.stream.Edition;
import io.kubilitics.api.stream.Show;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Keeps every edition that the channels of a server make, and holds each against the world before
/// a client is held against it. Any thread.
public final class EditionArchive implements Truth {
  /// In the order in which they were opened, which is what the names of epochs end with.
  private final List<Opening> openings = new ArrayList<>();

  private final Map<Show, Oracle> oracles = new EnumMap<>(Show.class);
  private @Nullable Chronicle chronicle;

  /// Begins to record.
  public void open(Chronicle world) {
    chronicle = world;
    oracles.put(Show.TOPOLOGY, new TopologyOracle(world));
    oracles.put(Show.DRAWING, new DrawingOracle(world));
    oracles.put(Show.STATUS, new StatusOracle(world));
    oracles.put(Show.FINDINGS, new FindingsOracle(world));
    oracles.put(Show.EVENTS, new EventsOracle(world));
  }

  private Chronicle world() {
    if (chronicle == null) {
      throw new IllegalStateException("there is no world yet");
    }
    return chronicle;
  }

  /// Makes channels that are recorded.
  public ChannelMaker recording(ChannelMaker maker) {
    return (session, key) -> {
      Opening opening;
      synchronized (openings) {
        opening = new Opening(key, wording(key));
        openings.add(opening);
      }
      return new Recording(maker.open(session, key), opening);
    };
  }

  private static Wording wording(ChannelKey key) {
    return key.show() == Show.TOPOLOGY ? Wording.TOPOLOGY : Wording.ITEMS;
  }

  private final class Recording implements Channel {
    private final Channel channel;
    private final Opening opening;

    private Recording(Channel channel, Opening opening) {
      this.channel = channel;
      this.opening = opening;
    }

    @Override
    public Optional<Edition> latest() {
      Span.Mark before = world().before();
      Optional<Edition> made = channel.latest();
      made.ifPresent(edition -> opening.note(edition, new Span(before, world().after())));
      return made;
    }

    @Override
    public void listen(Runnable listener) {
      channel.listen(listener);
    }

    @Override
    public boolean isInView(String topic, Set<String> namespaces) {
      return channel.isInView(topic, namespaces);
    }

    @Override
    public void close() {
      channel.close();
    }
  }

  private Opening opening(String epoch) {
    int number = Integer.parseInt(epoch.substring(epoch.lastIndexOf('-') + 1));
    synchronized (openings) {
      return openings.get(number - 1);
    }
  }

  private Oracle oracle(Recorded edition) {
    return Objects.requireNonNull(oracles.get(edition.key().show()));
  }

  @Override
  public FoldedItems at(String epoch, long revision) {
    Recorded edition = opening(epoch).at(revision);
    String wrong = edition.verdict(oracle(edition));
    if (!wrong.isEmpty()) {
      throw new AssertionError(
          "the channel " + edition.key() + " is wrong at " + revision + "\n" + wrong);
    }
    return edition.folded();
  }

  @Override
  public Optional<FoldedItems> last(String epoch) {
    Recorded latest = opening(epoch).latest();
    return lag(latest).isEmpty() ? Optional.of(latest.folded()) : Optional.empty();
  }

  @Override
  public String lag(String epoch) {
    return lag(opening(epoch).latest());
  }

  private String lag(Recorded latest) {
    Span.Mark now = world().before();
    return oracle(latest).difference(latest, new Span(now, now), true);
  }
}
