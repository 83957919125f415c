package io.kubilitics.source.cluster.feed;

import io.kubilitics.catalogue.CustomKind;
import io.kubilitics.model.Change;
import io.kubilitics.model.KindState.Knowledge;
import io.kubilitics.model.ObjectEvent;
import io.kubilitics.model.Resource;
import io.kubilitics.model.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Folds what a feed tells into the objects there are, and notes what no listener should ever be
/// told: an object gone that never was, a state that is the last one again, two calls at once.
final class Recorded implements FeedListener {
  private final Map<ResourceId, Resource> objects = new TreeMap<>();
  private final List<String> log = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();
  private final List<String> rejected = new ArrayList<>();
  private final List<String> knowledge = new ArrayList<>();
  private final List<ObjectEvent> events = new ArrayList<>();
  private final List<CustomKind> defined = new ArrayList<>();
  private final List<Integer> batches = new ArrayList<>();
  private boolean closed;

  @Override
  public synchronized void changes(List<Change> batch) {
    told();
    if (batch.isEmpty()) {
      wrong.add("an empty batch");
    }
    batches.add(batch.size());
    for (Change change : batch) {
      switch (change) {
        case Change.Put(Resource resource) -> {
          if (resource.equals(objects.put(resource.id(), resource))) {
            wrong.add("the same again: " + resource);
          }
          log.add("+" + resource.id().name());
        }
        case Change.Gone(ResourceId id) -> {
          if (objects.remove(id) == null) {
            wrong.add("gone and never there: " + id);
          }
          log.add("-" + id.name());
        }
        case Change.Known _, Change.Now _ -> wrong.add("not for a feed to tell: " + change);
      }
    }
  }

  @Override
  public synchronized void knowledge(Knowledge state, String message) {
    told();
    String said = message.isEmpty() ? state.text() : state.text() + ": " + message;
    if (said.equals(lastKnowledge())) {
      wrong.add("said again: " + said);
    }
    knowledge.add(said);
    log.add("=" + state.text());
  }

  @Override
  public synchronized void rejected(String object, String reason) {
    told();
    rejected.add(object + ": " + reason);
  }

  @Override
  public synchronized void defined(CustomKind kind) {
    told();
    defined.add(kind);
    log.add("!" + kind.kind());
  }

  @Override
  public synchronized void event(ObjectEvent event) {
    told();
    events.add(event);
  }

  /// Waits until the condition is true, which is looked at with everything told and now and then.
  synchronized void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(ScriptedServer.PATIENCE_SECONDS);
    while (!condition.getAsBoolean()) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        throw new AssertionError("never told; but " + log + " " + knowledge + " " + rejected);
      }
      wait(Math.min(left, 20));
    }
  }

  void awaitKnowledge(String state) throws InterruptedException {
    await(() -> lastKnowledge().startsWith(state));
  }

  void awaitNames(String... names) throws InterruptedException {
    await(() -> names().equals(List.of(names)));
  }

  private void told() {
    notifyAll();
    if (closed) {
      wrong.add("told after the end");
    }
  }

  synchronized void close() {
    closed = true;
  }

  synchronized List<String> names() {
    return objects.keySet().stream().map(ResourceId::name).toList();
  }

  synchronized Map<ResourceId, Resource> objects() {
    return new TreeMap<>(objects);
  }

  /// All that was told, in order: `+name`, `-name`, `=synced`, `!kind`.
  synchronized List<String> log() {
    return List.copyOf(log);
  }

  synchronized List<String> wrong() {
    return List.copyOf(wrong);
  }

  synchronized List<String> rejected() {
    return List.copyOf(rejected);
  }

  synchronized List<String> knowledge() {
    return List.copyOf(knowledge);
  }

  synchronized String lastKnowledge() {
    return knowledge.isEmpty() ? "" : knowledge.getLast();
  }

  synchronized List<ObjectEvent> events() {
    return List.copyOf(events);
  }

  synchronized List<CustomKind> defined() {
    return List.copyOf(defined);
  }

  synchronized List<Integer> batches() {
    return List.copyOf(batches);
  }
}
