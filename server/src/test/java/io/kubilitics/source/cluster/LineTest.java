package io.kubilitics.source.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubilitics.problem.Problem;
import io.kubilitics.problem.ProblemException;
import io.kubilitics.source.SourceCondition.Phase;
import io.kubilitics.source.cluster.connection.Ask;
import io.kubilitics.source.cluster.connection.Connection;
import io.kubilitics.source.cluster.connection.Errand;
import io.kubilitics.source.cluster.connection.Reply;
import io.kubilitics.source.cluster.kubeconfig.ClusterAccess;
import io.kubilitics.testbed.Eventually;
import io.kubilitics.testbed.GivenReply;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class LineTest {
  private static final Ask PODS = Ask.get("/api/v1/pods");

  private final List<LineState> told = new CopyOnWriteArrayList<>();
  private final AtomicInteger probes = new AtomicInteger();
  private final AtomicInteger lists = new AtomicInteger();
  private volatile Server server = Server.THERE;
  private volatile String refusedToken = "";

  private final Line line =
      Line.open(
          "test",
          access("old"),
          Answering::new,
          Live.FAST,
          Clock.systemUTC(),
          new SplittableRandom(5),
          (state, _) -> told.add(state));

  private enum Server {
    THERE,
    AWAY,
    STRANGE,
    STARTING,
    OVERLOADED
  }

  @AfterEach
  void close() {
    line.close();
  }

  private static ClusterAccess access(String token) {
    return Live.access(URI.create("https://example.com"), token, "default");
  }

  private LineState last() {
    return told.isEmpty() ? LineState.CONNECTING : told.getLast();
  }

  @RepeatedTest(3)
  void whileTheServerIsAwayNobodyKnocksButTheLine() throws Exception {
    line.awaitOpen();
    server = Server.AWAY;
    assertThatThrownBy(() -> line.send(Errand.LIST, PODS)).isInstanceOf(IOException.class);
    Eventually.holds(() -> assertThat(last().phase()).isEqualTo(Phase.UNREACHABLE));
    lists.set(0);

    List<Thread> waiting = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      waiting.add(Thread.ofVirtual().start(this::list));
    }
    int before = probes.get();
    Eventually.holds(() -> assertThat(probes.get()).isGreaterThan(before + 2));
    assertThat(lists.get()).isZero();
    assertThat(last().nextAttempt()).isNotNull();
    assertThat(last().lastContact()).isNotNull();

    server = Server.THERE;
    for (Thread each : waiting) {
      assertThat(each.join(Duration.ofSeconds(60))).isTrue();
    }
    assertThat(lists.get()).isEqualTo(50);
    assertThat(line.version()).isEqualTo("v1.2.3");
  }

  private void list() {
    try (Reply _ = line.send(Errand.LIST, PODS)) {
      lists.incrementAndGet();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aFailureOfOneRequestAloneIsNoneOfTheServer() throws Exception {
    line.awaitOpen();
    int before = told.size();
    assertThatThrownBy(() -> line.send(Errand.WATCH, Ask.get("/broken")))
        .isInstanceOf(IOException.class);

    Eventually.holds(() -> assertThat(told.size()).isGreaterThan(before));
    assertThat(last().phase()).isEqualTo(Phase.CONNECTED);
  }

  @Test
  void aRefusalIsToldAtOnceToWhoAsksAndEndsWithAnotherAccess() throws Exception {
    line.awaitOpen();
    refusedToken = "old";
    line.send(Errand.USER, PODS).close();
    Eventually.holds(() -> assertThat(last().phase()).isEqualTo(Phase.REFUSED));
    assertThatThrownBy(() -> line.awaitFirstAnswer(Duration.ofSeconds(30)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem()).isInstanceOf(Problem.Forbidden.class))
        .hasMessageNotContaining("old");
    assertThatThrownBy(() -> line.send(Errand.USER, PODS)).isInstanceOf(ProblemException.class);

    line.reaccess(access("new"));
    line.awaitOpen();
    line.send(Errand.USER, PODS).close();
  }

  @Test
  void aServerThatCannotBeTrustedIsRefusedAndTriedAgainRarely() throws Exception {
    line.awaitOpen();
    server = Server.STRANGE;
    assertThatThrownBy(() -> line.send(Errand.LIST, PODS)).isInstanceOf(IOException.class);
    Eventually.holds(() -> assertThat(last().phase()).isEqualTo(Phase.REFUSED));
    assertThat(last().message()).contains("not trusted");

    server = Server.THERE;
    line.awaitOpen();
  }

  @Test
  void aServerThatIsOverloadedIsAway() throws Exception {
    server = Server.OVERLOADED;
    assertThatThrownBy(() -> line.send(Errand.WATCH, Ask.get("/broken")))
        .isInstanceOf(IOException.class);
    Eventually.holds(() -> assertThat(last().phase()).isEqualTo(Phase.UNREACHABLE));
    assertThat(last().message()).contains("503");
  }

  @Test
  void aServerThatRefusesEvenItsVersionWhichItHasToldIsStarting() throws Exception {
    line.awaitOpen();
    server = Server.AWAY;
    assertThatThrownBy(() -> line.send(Errand.LIST, PODS)).isInstanceOf(IOException.class);
    Eventually.holds(() -> assertThat(last().phase()).isEqualTo(Phase.UNREACHABLE));

    server = Server.STARTING;
    Eventually.holds(() -> assertThat(last().message()).contains("is starting"));
    int before = told.size();
    Eventually.holds(() -> assertThat(told.size()).isGreaterThan(before + 2));
    assertThat(told.stream().skip(before)).allMatch(state -> state.phase() == Phase.UNREACHABLE);

    server = Server.THERE;
    line.awaitOpen();
  }

  @Test
  void whoRefusesForLongMeansIt() throws Exception {
    try (Line hasty = open(Answering::new, Live.gated(Duration.ofMillis(200)), told::add)) {
      hasty.awaitOpen();
      server = Server.STARTING;
      assertThatThrownBy(() -> hasty.send(Errand.WATCH, Ask.get("/broken")))
          .isInstanceOf(IOException.class);
      Eventually.holds(() -> assertThat(told).anyMatch(state -> state.message().contains("start")));

      hasty.awaitOpen();
    }
  }

  @Test
  void whoMayNotKnowTheVersionFromTheBeginningIsLetIn() throws Exception {
    server = Server.STARTING;
    line.reaccess(access("new"));
    line.awaitOpen();
    line.reaccess(access("another"));
    line.awaitOpen();
    assertThat(told).noneMatch(state -> state.phase() == Phase.UNREACHABLE);
  }

  @Test
  void whoWaitsIsToldWhenItIsClosed() throws Exception {
    line.awaitOpen();
    server = Server.AWAY;
    assertThatThrownBy(() -> line.send(Errand.LIST, PODS)).isInstanceOf(IOException.class);
    Eventually.holds(() -> assertThat(last().phase()).isEqualTo(Phase.UNREACHABLE));
    List<Throwable> ends = new CopyOnWriteArrayList<>();
    Thread waiting =
        Thread.ofVirtual()
            .start(() -> {
              try {
                line.send(Errand.LIST, PODS).close();
              } catch (IOException | InterruptedException e) {
                ends.add(e);
              }
            });

    line.close();

    assertThat(waiting.join(Duration.ofSeconds(30))).isTrue();
    assertThat(ends).hasSize(1);
    assertThatThrownBy(() -> line.send(Errand.USER, PODS)).hasMessageContaining("closed");
  }

  @Test
  void aListenerThatFailsDoesNotEndTheLine() throws Exception {
    List<LineState> heard = new CopyOnWriteArrayList<>();
    try (Line told =
        open(
            Answering::new,
            state -> {
              heard.add(state);
              throw new IllegalStateException("a bug");
            })) {
      told.awaitOpen();
      server = Server.AWAY;
      assertThatThrownBy(() -> told.send(Errand.LIST, PODS)).isInstanceOf(IOException.class);
      Eventually.holds(() -> assertThat(told.state().phase()).isEqualTo(Phase.UNREACHABLE));
      server = Server.THERE;
      told.awaitOpen();
      Eventually.holds(() -> assertThat(heard).hasSizeGreaterThan(2));
    }
  }

  /// In life it is a minute until a refusal is looked at again, and a map that lives may not be
  /// called refused for so long.
  @Test
  void anAnswerThatComesAfterARefusalMakesItLookAgainAtOnce() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    Connector connector =
        access ->
            new Answering(access) {
              @Override
              public Reply send(Errand errand, Ask ask) throws IOException {
                if (!ask.path().equals("/held")) {
                  return super.send(errand, ask);
                }
                asked.countDown();
                try {
                  answer.await();
                } catch (InterruptedException e) {
                  throw new IOException(e);
                }
                return new GivenReply(200, GivenReply.VERSION);
              }
            };
    try (Line patient = open(connector, Live.refusing(Duration.ofHours(1)), told::add)) {
      patient.awaitOpen();
      Thread held =
          Thread.ofVirtual()
              .start(() -> {
                try {
                  patient.send(Errand.WATCH, Ask.get("/held")).close();
                } catch (IOException | InterruptedException e) {
                  throw new IllegalStateException(e);
                }
              });
      asked.await();
      server = Server.STRANGE;
      assertThatThrownBy(() -> patient.send(Errand.LIST, PODS)).isInstanceOf(IOException.class);
      Eventually.holds(() -> assertThat(patient.state().phase()).isEqualTo(Phase.REFUSED));

      server = Server.THERE;
      answer.countDown();

      Eventually.holds(() -> assertThat(patient.state().phase()).isEqualTo(Phase.CONNECTED));
      held.join();
    }
  }

  @Test
  void itIsToldToBeOpenBeforeAnythingIsReadOverIt() throws Exception {
    CountDownLatch telling = new CountDownLatch(1);
    CountDownLatch told = new CountDownLatch(1);
    try (Line line =
        open(
            Answering::new,
            Live.FAST,
            _ -> {
              telling.countDown();
              try {
                told.await();
              } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
              }
            })) {
      telling.await();
      assertThat(line.state().isOpen()).isFalse();
      told.countDown();
      line.awaitOpen();
    }
  }

  @Test
  void aConnectionThatCannotBeMadeBecauseOfABugIsTriedAgain() throws Exception {
    AtomicInteger made = new AtomicInteger();
    try (Line tried =
        open(
            access -> {
              if (made.incrementAndGet() < 3) {
                throw new IllegalStateException("a bug");
              }
              return new Answering(access);
            },
            _ -> {})) {
      tried.awaitOpen();
      assertThat(made.get()).isEqualTo(3);
    }
  }

  @Test
  void whatHearsNoInterruptionDoesNotHoldUpTheEnd() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    Line asking =
        open(
            _ ->
                new Answering(access("old")) {
                  @Override
                  public Reply send(Errand errand, Ask ask) {
                    asked.countDown();
                    boolean interrupted = false;
                    while (answer.getCount() > 0) {
                      try {
                        answer.await();
                      } catch (InterruptedException _) {
                        interrupted = true;
                      }
                    }
                    if (interrupted) {
                      Thread.currentThread().interrupt();
                    }
                    return new GivenReply(200, GivenReply.VERSION);
                  }
                },
            _ -> {});
    asked.await();
    Thread closing = Thread.ofVirtual().start(asking::close);
    boolean ended = closing.join(Duration.ofSeconds(30));
    answer.countDown();
    assertThat(ended).isTrue();
  }

  private static Line open(Connector connector, Consumer<LineState> listener) {
    return open(connector, Live.FAST, listener);
  }

  private static Line open(Connector connector, ClusterPace pace, Consumer<LineState> listener) {
    return Line.open(
        "test",
        access("old"),
        connector,
        pace,
        Clock.systemUTC(),
        new SplittableRandom(5),
        (state, _) -> listener.accept(state));
  }

  private class Answering implements Connection {
    private final ClusterAccess access;

    Answering(ClusterAccess access) {
      this.access = access;
    }

    @Override
    public Reply send(Errand errand, Ask ask) throws IOException {
      if (ask.path().equals("/version")) {
        probes.incrementAndGet();
      }
      if (ask.path().equals("/broken")) {
        throw new IOException("this stream is broken");
      }
      String token =
          access.authorization()
                  instanceof io.kubilitics.source.cluster.kubeconfig.Authorization.Bearer bearer
              ? bearer.token().reveal()
              : "";
      return switch (server) {
        case THERE -> new GivenReply(token.equals(refusedToken) ? 401 : 200, GivenReply.VERSION);
        case AWAY -> throw new IOException("connection refused");
        case STARTING -> new GivenReply(403, GivenReply.VERSION);
        case OVERLOADED -> new GivenReply(503, GivenReply.VERSION);
        case STRANGE ->
            throw new ProblemException(
                new Problem.Forbidden("example.com", "its certificate is not trusted"));
      };
    }

    @Override
    public void close() {}
  }
}
