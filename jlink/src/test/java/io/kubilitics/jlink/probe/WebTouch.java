package io.kubilitics.jlink.probe;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.javalin.Javalin;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// One route with JSON and one WebSocket that answers, over a real port.
final class WebTouch implements Touch {
  record Answer(String status) {}

  @Override
  public String run() throws Exception {
    Javalin server =
        Javalin.create(config -> {
          config.startup.showJavalinBanner = false;
          config.routes.get("/livez", context -> context.json(new Answer("alive")));
          config.routes.ws(
              "/stream", ws -> ws.onMessage(message -> message.send("seen " + message.message())));
        });
    server.start("127.0.0.1", 0);
    try (HttpClient client = HttpClient.newHttpClient()) {
      String base = "127.0.0.1:" + server.port();
      String body =
          client
              .send(
                  HttpRequest.newBuilder(URI.create("http://" + base + "/livez")).build(),
                  BodyHandlers.ofString())
              .body();
      Touch.require(body.equals("{\"status\":\"alive\"}"), "route said " + body);

      CompletableFuture<String> answer = new CompletableFuture<>();
      WebSocket socket =
          client
              .newWebSocketBuilder()
              .buildAsync(URI.create("ws://" + base + "/stream"), new FirstText(answer))
              .get(10, SECONDS);
      socket.sendText("hello", true).get(10, SECONDS);
      String text = answer.get(10, SECONDS);
      socket.abort();
      Touch.require(text.equals("seen hello"), "socket said " + text);
      return "a route and a WebSocket";
    } finally {
      server.stop();
    }
  }

  private record FirstText(CompletableFuture<String> answer) implements WebSocket.Listener {
    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
      answer.complete(text.toString());
      return CompletableFuture.completedStage(null);
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      answer.completeExceptionally(error);
    }
  }
}
