package io.kubilitics.source.cluster.discovery;

import io.kubilitics.source.cluster.connection.Ask;
import io.kubilitics.source.cluster.connection.Connection;
import io.kubilitics.source.cluster.connection.Errand;
import io.kubilitics.source.cluster.connection.Reply;
import io.kubilitics.testbed.GivenReply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A server that has one answer for each path, and remembers what it was asked.
final class AnswersByPath implements Connection {
  private record Answer(int status, String body) {}

  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final List<Ask> asked = new ArrayList<>();
  private boolean knowsAggregated = true;

  AnswersByPath with(String path, String json) {
    return with(path, 200, json);
  }

  AnswersByPath with(String path, int status, String json) {
    answers.put(path, new Answer(status, json));
    return this;
  }

  /// Answers 406 to everything but plain JSON.
  AnswersByPath strict() {
    knowsAggregated = false;
    return this;
  }

  synchronized List<String> asked() {
    return asked.stream().map(Ask::path).toList();
  }

  @Override
  public Reply send(Errand errand, Ask ask) throws IOException {
    synchronized (this) {
      asked.add(ask);
    }
    if (!knowsAggregated && !ask.accept().equals(Ask.JSON)) {
      return new GivenReply(406, "");
    }
    Answer answer = answers.getOrDefault(ask.path(), new Answer(404, "{}"));
    if (answer.status() == 0) {
      throw new IOException(answer.body());
    }
    return new GivenReply(answer.status(), answer.body());
  }

  @Override
  public void close() {}
}
