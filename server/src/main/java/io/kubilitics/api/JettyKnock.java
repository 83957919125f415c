package io.kubilitics.api;

import io.kubilitics.access.Knock;
import java.util.List;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;

/// A request of Jetty as the door sees it. The authority is told only where the request line had
/// one: Jetty fills in the `Host` header otherwise.
record JettyKnock(Request request) implements Knock {
  @Override
  public String method() {
    return request.getMethod();
  }

  @Override
  public String path() {
    String path = request.getHttpURI().getPath();
    return path == null ? "" : path;
  }

  @Override
  public String authority() {
    HttpURI uri = request.getHttpURI();
    String authority = uri.getAuthority();
    return authority == null ? "" : authority;
  }

  @Override
  public List<String> header(String name) {
    return request.getHeaders().getValuesList(name);
  }
}
