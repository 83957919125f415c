package io.kubilitics.source.cluster.discovery;

import io.kubilitics.catalogue.MalformedDocumentException;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.source.cluster.connection.Ask;
import io.kubilitics.source.cluster.connection.Connection;
import io.kubilitics.source.cluster.connection.Errand;
import io.kubilitics.source.cluster.connection.Obedient;
import io.kubilitics.source.cluster.connection.Reply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Asks an API server which kinds it serves: two requests where it aggregates its answer
/// (Kubernetes 1.26 and later), else one more for each version of each group. Any thread.
public final class Discovery {
  /// Clusters with every operator there is have about a thousand.
  static final int MOST_KINDS = 10_000;

  private static final int LONGEST_ANSWER = 16 << 20;
  private static final int AT_ONCE = 4;

  private static final String AGGREGATED =
      "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,"
          + "application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList,"
          + Ask.JSON;

  private final Connection connection;
  private final String cluster;

  /// @param cluster for the names of threads
  public Discovery(Connection connection, String cluster) {
    this.connection = new Obedient(connection);
    this.cluster = cluster;
  }

  /// Asks now.
  ///
  /// @throws IOException when the server cannot be reached, or not now
  /// @throws ProblemException `Forbidden` when it may not be asked, `Unreadable` when it answers
  ///   what no API server does
  public Served ask() throws IOException, InterruptedException {
    List<VersionAnswer> versions = new ArrayList<>(groups("/api").versions());
    versions.addAll(groups("/apis").versions());
    Map<GroupVersion, String> failed = new LinkedHashMap<>();
    return Served.of(completed(versions, failed), failed, MOST_KINDS);
  }

  private GroupsAnswer groups(String path) throws IOException, InterruptedException {
    try (Reply reply = sent(path)) {
      if (reply.status() != 200) {
        throw refused(path, reply);
      }
      return GroupsAnswer.read(reply.text(LONGEST_ANSWER));
    } catch (MalformedDocumentException e) {
      throw new ProblemException(
          new Problem.Unreadable(
              path, "the answer is not that of a Kubernetes API server: " + e.getMessage()));
    }
  }

  /// A server that knows no aggregated form may not like to hear of it.
  private Reply sent(String path) throws IOException, InterruptedException {
    Reply reply = connection.send(Errand.USER, Ask.get(path, AGGREGATED));
    if (reply.status() != 406) {
      return reply;
    }
    reply.close();
    return connection.send(Errand.USER, Ask.get(path));
  }

  /// Why the answer is none: worth another try, or not.
  private static IOException refused(String path, Reply reply) throws IOException {
    int status = reply.status();
    return switch (status) {
      case 401 ->
          throw new ProblemException(
              new Problem.Forbidden(path, "the server does not accept the credentials"));
      case 403 ->
          throw new ProblemException(
              new Problem.Forbidden(path, "the user may not ask what the server serves"));
      case 404 ->
          throw new ProblemException(
              new Problem.Unreadable(path, "no Kubernetes API server answers here"));
      default -> new IOException("asked for " + path + " the server answers " + status);
    };
  }

  /// Asks for each version of which nothing is said yet.
  private List<VersionAnswer> completed(
      List<VersionAnswer> versions, Map<GroupVersion, String> failed)
      throws IOException, InterruptedException {
    List<Callable<VersionAnswer>> questions = new ArrayList<>();
    for (VersionAnswer version : versions) {
      questions.add(() -> version.kinds() == null && !version.isStale() ? ask(version) : version);
    }
    List<VersionAnswer> completed = new ArrayList<>();
    try (ExecutorService crew =
        Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofVirtual().name("discovery-" + cluster + "-", 0).factory())) {
      int at = 0;
      for (Future<VersionAnswer> answer : crew.invokeAll(questions)) {
        VersionAnswer version = versions.get(at++);
        try {
          completed.add(answer.get());
        } catch (ExecutionException e) {
          completed.add(version);
          failed.put(version.at(), reason(Objects.requireNonNullElse(e.getCause(), e)));
        }
      }
    }
    return completed;
  }

  /// Of one version; with no kinds when it has gone since.
  private VersionAnswer ask(VersionAnswer version) throws IOException, InterruptedException {
    String path = version.at().path();
    try (Reply reply = connection.send(Errand.USER, Ask.get(path))) {
      if (reply.status() == 404) {
        return new VersionAnswer(version.at(), List.of(), false);
      }
      if (reply.status() != 200) {
        throw new IOException("the server answers " + reply.status());
      }
      try (JsonAnswer answer = new JsonAnswer(reply.text(LONGEST_ANSWER))) {
        VersionAnswer read = VersionAnswer.read(version.at(), answer);
        if (read.kinds() == null) {
          throw new IOException("the answer names no resources");
        }
        return read;
      }
    }
  }

  private static String reason(Throwable failure) {
    return switch (failure) {
      case ProblemException e -> String.valueOf(e.getMessage());
      case IOException e -> String.valueOf(e.getMessage());
      case MalformedDocumentException e -> String.valueOf(e.getMessage());
      case RuntimeException bug -> throw bug;
      case Error bug -> throw bug;
      default -> failure.toString();
    };
  }
}
