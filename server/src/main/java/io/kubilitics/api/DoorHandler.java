package io.kubilitics.api;

import io.kubilitics.access.Door;
import io.kubilitics.access.Refusal;
import io.kubilitics.access.Route;
import io.kubilitics.access.Verdict;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Puts the door in front of everything else. What comes in carries the verdict with it, and
/// [Endpoint] runs for no other.
final class DoorHandler extends Handler.Wrapper {
  static final String ADMITTED = "io.kubilitics.admitted";

  private final Door door;
  private final Traffic traffic;

  DoorHandler(Door door, Traffic traffic, Handler inside) {
    super(inside);
    this.door = door;
    this.traffic = traffic;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Verdict verdict = door.judge(new JettyKnock(request));
    Request.addCompletionListener(request, _ -> count(verdict, request, response));
    return switch (verdict) {
      case Verdict.Admitted admitted -> {
        request.setAttribute(ADMITTED, admitted);
        yield super.handle(request, response, callback);
      }
      case Verdict.Refused(Refusal refusal) -> {
        refuse(refusal, response, callback);
        yield true;
      }
    };
  }

  private void count(Verdict verdict, Request request, Response response) {
    String route =
        switch (verdict) {
          case Verdict.Admitted(Route admitted, _) -> admitted.toString();
          case Verdict.Refused(_) -> Traffic.Answered.REFUSED;
        };
    traffic.count(route, response.getStatus(), System.nanoTime() - request.getHeadersNanoTime());
  }

  private static void refuse(Refusal refusal, Response response, Callback callback) {
    byte[] body = ProblemJson.of(refusal).bytes();
    response.setStatus(refusal.status());
    refusal.headers().forEach(response.getHeaders()::put);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, ProblemJson.CONTENT_TYPE);
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
    response.write(true, ByteBuffer.wrap(body), callback);
  }
}
