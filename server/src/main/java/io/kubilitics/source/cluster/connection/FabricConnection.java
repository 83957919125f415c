package io.kubilitics.source.cluster.connection;

import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.StandardHttpRequest;
import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.source.cluster.credential.Credential;
import io.kubilitics.source.cluster.credential.CredentialSource;
import io.kubilitics.source.cluster.kubeconfig.ClusterAccess;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// A connection over fabric8's HTTP layer and the JDK's HTTP client. Nothing is contacted before
/// the first request.
public final class FabricConnection implements Connection {
  private static final int UNAUTHORIZED = 401;
  private static final int TRIES_FOR_A_LANE = 200;
  private static final Ask PROBE = Ask.get("/version");

  private final CredentialSource credentials;
  private final ConnectionPace pace;
  private final InstantSource clock;
  private final RequestHead head;
  private final Unreachable unreachable;
  private final Clients clients;
  private final Lanes lanes;
  private final Budget budget;
  private final RequestCount requests = new RequestCount();
  private final CountDownLatch closed = new CountDownLatch(1);

  /// @param credentials closed with the connection
  /// @throws ProblemException `BadInput`: it leads through a proxy of a kind that cannot be used
  public FabricConnection(
      ClusterAccess access, CredentialSource credentials, ConnectionSettings settings) {
    this.credentials = credentials;
    pace = settings.pace();
    clock = settings.clock();
    Route route = Route.of(access, settings.environment());
    head = new RequestHead(access, settings.agent(), route.authorization());
    unreachable = new Unreachable(head.server());
    clients = new Clients(access, route, pace, clock);
    lanes = new Lanes(this::lane);
    budget = new Budget(pace.requestsPerSecond(), pace.burst(), clock);
  }

  /// What has been asked so far.
  public RequestCount requests() {
    return requests;
  }

  @Override
  public Reply send(Errand errand, Ask ask) throws IOException, InterruptedException {
    awaitTurn(errand);
    Credential credential = credentials.current();
    Reply reply = counted(errand, ask, credential);
    if (reply.status() != UNAUTHORIZED) {
      return reply;
    }
    credentials.refused(credential);
    Credential next;
    try {
      next = credentials.current();
      if (next.equals(credential)) {
        checkNotExpired(next);
        return reply;
      }
    } catch (ProblemException | InterruptedException e) {
      reply.close();
      throw e;
    }
    reply.close();
    return counted(errand, ask, next);
  }

  /// What a server does not accept because it has run out is said to have run out.
  private void checkNotExpired(Credential refused) {
    Expiry.passed(refused, clock.instant())
        .ifPresent(expiry -> {
          throw new ProblemException(new Problem.Forbidden(head.server(), expiry));
        });
  }

  /// As [Exchange#lost].
  private IOException lost(Exchange exchange, ExecutionException thrown, Credential shown) {
    try {
      return exchange.lost(thrown);
    } catch (ProblemException e) {
      if (e.problem() instanceof Problem.Forbidden) {
        checkNotExpired(shown);
      }
      throw e;
    }
  }

  private void awaitTurn(Errand errand) throws IOException, InterruptedException {
    Duration wait = budget.take(errand);
    if (wait.isZero()) {
      return;
    }
    boolean taken = false;
    try {
      if (closed.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IOException("the connection is closed");
      }
      taken = true;
    } finally {
      if (!taken) {
        budget.giveBack(errand);
      }
    }
  }

  private Reply counted(Errand errand, Ask ask, Credential credential)
      throws IOException, InterruptedException {
    boolean answered = false;
    try {
      Reply reply = reply(errand, ask, credential);
      answered = true;
      unreachable.reached();
      requests.answered(errand, ask, reply.status());
      return reply;
    } finally {
      if (!answered) {
        requests.failed(errand, ask);
      }
    }
  }

  private Reply reply(Errand errand, Ask ask, Credential credential)
      throws IOException, InterruptedException {
    StandardHttpRequest request = head.request(errand, ask, credential);
    TlsMaterial material = clients.material(credential);
    for (int tries = 1; ; tries++) {
      Exchange exchange = new Exchange(errand);
      boolean answered = false;
      try {
        Lane lane = exchange.enter(material);
        if (errand != Errand.USER) {
          lane.open(head.request(errand, PROBE, credential), pace.head());
        }
        HttpResponse<AsyncBody> response = lane.send(request, exchange.pipe, pace.head());
        answered = true;
        return new StreamedReply(response, exchange.pipe, RetryAfter.of(response, clock.instant()));
      } catch (TimeoutException _) {
        exchange.distrust();
        throw new IOException(head.server() + ": no answer within " + seconds(pace.head()) + " s");
      } catch (ExecutionException e) {
        if (!isCrowded(e) || tries == TRIES_FOR_A_LANE) {
          throw lost(exchange, e, credential);
        }
        exchange.shrink();
      } finally {
        if (!answered) {
          exchange.pipe.close();
        }
      }
    }
  }

  private static long seconds(Duration duration) {
    return Math.max(1, duration.toSeconds());
  }

  /// The words of the JDK, which has no class for it.
  private static boolean isCrowded(ExecutionException e) {
    return String.valueOf(e.getMessage()).contains("too many concurrent streams");
  }

  private Lane lane(Errand errand, int number, TlsMaterial material) {
    String name = clients.name(errand, number);
    Lane lane = new Lane(name, pace.streamsPerClient(), clients.client(name, material));
    if (errand == Errand.WATCH) {
      Ping ping = new Ping(lane, head.server(), this::probe, pace);
      Thread.ofVirtual().name("ping " + name).start(ping);
    }
    return lane;
  }

  /// With the credential of the moment; without one when there is none: any answer will do.
  private StandardHttpRequest probe() {
    Credential credential = Credential.NONE;
    try {
      credential = credentials.current();
    } catch (ProblemException _) {
      // What waits for it is told so.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return head.request(Errand.USER, PROBE, credential);
  }

  @Override
  public void close() {
    closed.countDown();
    lanes.close();
    credentials.close();
  }

  /// One request under way: gives its place back when it is over.
  private final class Exchange {
    private final Errand errand;
    private final BodyPipe pipe;
    private volatile @Nullable Lane lane;

    Exchange(Errand errand) {
      this.errand = errand;
      Duration silence = errand == Errand.WATCH ? pace.watchSilence() : pace.silence();
      pipe = new BodyPipe(silence, this::cutOff, this::over, this::distrust);
    }

    Lane enter(TlsMaterial material) throws IOException {
      Lane entered = lanes.enter(errand, material, pipe);
      lane = entered;
      return entered;
    }

    private void over() {
      Lane entered = lane;
      if (entered != null) {
        lanes.leave(entered, pipe);
      }
    }

    /// A connection that was silent for so long may be dead: nothing new is sent over it.
    void distrust() {
      Lane silent = lane;
      if (silent != null) {
        silent.retire();
      }
    }

    void shrink() {
      Lane crowded = lane;
      if (crowded != null) {
        crowded.shrink();
      }
    }

    /// @return why, unless trying again is of no use, which is thrown
    IOException lost(Throwable thrown) {
      Lane broken = lane;
      if (broken != null) {
        broken.forget();
      }
      return unreachable.inWords(thrown);
    }

    /// A reader only learns that it is over; whether trying again helps is seen then.
    private IOException cutOff(Throwable thrown) {
      try {
        return lost(thrown);
      } catch (ProblemException e) {
        return new IOException(e.getMessage(), e);
      }
    }
  }
}
