package io.kubilitics.source.cluster.connection;

import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.StandardHttpRequest;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.source.cluster.credential.Credential;
import io.kubilitics.source.cluster.credential.CredentialSource;
import io.kubilitics.source.cluster.kubeconfig.ClusterAccess;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;

/// A connection over fabric8's HTTP layer and the JDK's HTTP client. Nothing is contacted before the
/// first request.
public final class FabricConnection implements Connection {
  private static final int UNAUTHORIZED = 401;

  static {
    HttpProperties.set();
  }

  private final ClusterAccess access;
  private final CredentialSource credentials;
  private final ConnectionPace pace;
  private final RequestHead head;
  private final Unreachable unreachable;
  private final Lanes lanes = new Lanes(this::lane);
  private final InstantSource clock;

  /// @param credentials closed with the connection
  public FabricConnection(
      ClusterAccess access, CredentialSource credentials, ConnectionSettings settings) {
    this.access = access;
    this.credentials = credentials;
    pace = settings.pace();
    clock = settings.clock();
    head = new RequestHead(access, settings.agent());
    unreachable = new Unreachable(head.server());
  }

  @Override
  public Reply send(Errand errand, Ask ask) throws IOException, InterruptedException {
    Credential credential = credentials.current();
    Reply reply = send(errand, ask, credential);
    if (reply.status() != UNAUTHORIZED) {
      return reply;
    }
    credentials.refused(credential);
    Credential next;
    try {
      next = credentials.current();
    } catch (ProblemException | InterruptedException e) {
      reply.close();
      throw e;
    }
    if (next.equals(credential)) {
      return reply;
    }
    reply.close();
    return send(errand, ask, next);
  }

  private Reply send(Errand errand, Ask ask, Credential credential)
      throws IOException, InterruptedException {
    StandardHttpRequest request = head.request(errand, ask, credential);
    Duration silence = errand == Errand.WATCH ? pace.watchSilence() : pace.silence();
    TlsMaterial material = TlsMaterial.of(access.trust(), credential);
    Exchange exchange = new Exchange(silence);
    Lane lane = lanes.enter(errand, material, exchange.pipe);
    exchange.lane = lane;
    try {
      HttpResponse<AsyncBody> response = lane.send(request, exchange.pipe, pace.head());
      return new StreamedReply(
          response, exchange.pipe, RetryAfter.of(response, clock.instant()));
    } catch (TimeoutException e) {
      IOException late =
          new IOException(head.server() + ": no answer within " + pace.head().toSeconds() + " s");
      exchange.pipe.abort(late);
      throw late;
    } catch (ExecutionException e) {
      exchange.pipe.abort(new IOException("failed"));
      throw unreachable.inWords(e);
    } catch (InterruptedException e) {
      exchange.pipe.close();
      throw e;
    }
  }

  private Lane lane(Errand errand, int number, TlsMaterial material) {
    String name = access.context() + " " + errand.name().toLowerCase(java.util.Locale.ROOT) + number;
    HttpClient.Builder client =
        HttpClient.newBuilder()
            .connectTimeout(pace.connect())
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .executor(
                Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name("http " + name).factory()));
    if (head.isEncrypted()) {
      client.sslContext(material.context(access.context()));
    } else {
      client.version(HttpClient.Version.HTTP_1_1);
    }
    return new Lane(name, client.build(), pace.streamsPerClient());
  }

  @Override
  public void close() {
    lanes.close();
    credentials.close();
  }

  /// One request under way: gives its place back when it is over.
  private final class Exchange {
    private final BodyPipe pipe;
    private volatile Lane lane;

    Exchange(Duration silence) {
      pipe = new BodyPipe(silence, FabricConnection.this::lost, this::over);
    }

    private void over() {
      Lane entered = lane;
      if (entered != null) {
        lanes.leave(entered, pipe);
      }
    }
  }

  private IOException lost(Throwable thrown) {
    try {
      return unreachable.inWords(thrown);
    } catch (ProblemException e) {
      return new IOException(e.getMessage(), e);
    }
  }
}
