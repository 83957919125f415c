package io.kubilitics.api.stream.findings;

import io.kubilitics.api.stream.Channel;
import io.kubilitics.api.stream.Edition;
import io.kubilitics.api.stream.item.ItemLog;
import io.kubilitics.api.stream.item.ItemText;
import io.kubilitics.api.stream.item.Pulse;
import io.kubilitics.check.FindingJson;
import io.kubilitics.check.Findings;
import io.kubilitics.model.Finding;
import io.kubilitics.model.Viewer;
import io.kubilitics.session.DocumentFindings;
import io.kubilitics.session.RecentFindings;
import io.kubilitics.session.Session;
import io.kubilitics.topology.Topology;
import io.kubilitics.topology.TopologyDelta;
import io.kubilitics.topology.TopologyListener;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Findings. A topic is the namespace of what they are about, `""` for what belongs to none and for
/// how many there are. Where it takes long to find them and the cluster changes all the time, they
/// are some seconds old ([RecentFindings]).
public final class FindingsChannel implements Channel, TopologyListener {
  private static final String OF_ALL = "";
  private static final String COUNTS = "counts";

  /// Between two looks at whether what was found is old.
  private static final Duration PULSE = Duration.ofSeconds(1);

  private final Session session;
  private final Viewer viewer;
  private final RecentFindings recent;
  private final ItemLog log = new ItemLog();
  private volatile @Nullable Runnable listener;
  private volatile boolean late;
  private @Nullable Pulse pulse;
  private @Nullable Findings told;

  private FindingsChannel(Session session, Viewer viewer) {
    this.session = session;
    this.viewer = viewer;
    this.recent = new RecentFindings(viewer, System::nanoTime);
  }

  /// One that looks at nothing before somebody listens.
  public static FindingsChannel open(Session session, Viewer viewer) {
    return new FindingsChannel(session, viewer);
  }

  @Override
  public boolean isInView(String topic, Set<String> namespaces) {
    return namespaces.isEmpty() || topic.equals(OF_ALL) || namespaces.contains(topic);
  }

  @Override
  public void listen(Runnable news) {
    listener = news;
    session.follow(this);
    pulse = Pulse.start("findings-" + session.cluster(), PULSE, this::tellIfLate);
  }

  @Override
  public void onChange(Topology current, TopologyDelta delta) {
    tell();
  }

  private void tell() {
    Runnable news = listener;
    if (news != null) {
      news.run();
    }
  }

  private void tellIfLate() {
    if (late) {
      tell();
    }
  }

  @Override
  public synchronized Optional<Edition> latest() {
    Topology topology = session.topology();
    List<Finding> documents =
        viewer.equals(Viewer.EVERYTHING) ? DocumentFindings.of(session.rejections()) : List.of();
    RecentFindings.Found found = recent.of(topology, session.world(), documents);
    late = found.topology().revision() < topology.revision();
    if (!found.findings().equals(told)) {
      publish(found.findings());
      told = found.findings();
    }
    return log.latest();
  }

  private void publish(Findings findings) {
    SortedMap<String, Map<String, String>> topics = new TreeMap<>();
    for (Finding finding : findings.list()) {
      Map<String, String> items =
          topics.computeIfAbsent(finding.object().namespace(), _ -> new LinkedHashMap<>());
      String key = free(items, finding);
      items.put(key, ItemText.of(key, "finding", json -> FindingJson.write(finding, json)));
    }
    topics
        .computeIfAbsent(OF_ALL, _ -> new LinkedHashMap<>())
        .put(
            COUNTS,
            ItemText.of(
                COUNTS,
                "summary",
                json -> {
                  json.writeStartObject();
                  FindingJson.writeCounts(findings, json);
                  json.writeEndObject();
                }));
    ItemLog.Draft draft = log.draft();
    for (String topic : draft.topics()) {
      draft.keepOnly(topic, topics.getOrDefault(topic, Map.of()).keySet());
    }
    topics.forEach((topic, items) -> items.forEach((key, text) -> draft.put(topic, key, text, 0)));
    draft.publish(
        (topic, key, _) -> Objects.requireNonNull(topics.getOrDefault(topic, Map.of()).get(key)));
  }

  /// A key that nothing has yet: one rule may find two things in one place.
  private static String free(Map<String, String> items, Finding finding) {
    String key = finding.code() + " " + finding.object() + " " + finding.path();
    String free = key;
    for (int number = 2; items.containsKey(free); number++) {
      free = key + " #" + number;
    }
    return free;
  }

  @Override
  public synchronized void close() {
    listener = null;
    session.forget(this);
    if (pulse != null) {
      pulse.close();
    }
  }
}
