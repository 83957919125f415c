package io.kubilitics.session;

import io.kubilitics.source.ResourceSource;
import io.kubilitics.source.SourceListener;
import java.util.List;

/// A source that does what a test says and notes when it is closed.
final class ScriptedSource implements ResourceSource {
  /// What the source does when it is opened.
  interface Script {
    void tell(SourceListener listener) throws InterruptedException;
  }

  private final String name;
  private final Script script;
  private final List<String> closed;

  ScriptedSource(String name, List<String> closed, Script script) {
    this.name = name;
    this.script = script;
    this.closed = closed;
  }

  @Override
  public void open(SourceListener listener) {
    try {
      script.tell(listener);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    synchronized (closed) {
      closed.add(name);
    }
  }
}
