package io.kubilitics.api;

import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/// The headers of every answer, errors included: nothing but our own scripts and styles, no frames,
/// no guessing of types, no referrer, no shared caches.
final class SecurityHeaders implements HttpConfiguration.Customizer {
  static final List<HttpField> FIELDS =
      List.of(
          new PreEncodedHttpField(
              "Content-Security-Policy",
              "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                  + " font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self';"
                  + " frame-ancestors 'none'"),
          new PreEncodedHttpField("X-Content-Type-Options", "nosniff"),
          new PreEncodedHttpField("Referrer-Policy", "no-referrer"),
          new PreEncodedHttpField("Cross-Origin-Opener-Policy", "same-origin"),
          new PreEncodedHttpField("Cross-Origin-Resource-Policy", "same-origin"),
          new PreEncodedHttpField("Cache-Control", "private, no-cache"));

  @Override
  public Request customize(Request request, HttpFields.Mutable response) {
    putAll(response);
    return request;
  }

  static void putAll(HttpFields.Mutable response) {
    FIELDS.forEach(response::put);
  }
}
