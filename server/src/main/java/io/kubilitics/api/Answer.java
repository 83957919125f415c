package io.kubilitics.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.StandardSocketOptions;
import java.nio.channels.NetworkChannel;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.EofException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes answers as they are made, so that none is ever held in memory.
final class Answer {
  static final String JSON_TYPE = "application/json";

  private static final JsonFactory JSON =
      new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
  private static final Logger LOG = LoggerFactory.getLogger(Answer.class);

  private Answer() {}

  /// Makes a body.
  @FunctionalInterface
  interface Body {
    void writeTo(OutputStream out) throws IOException;
  }

  /// Makes a JSON body.
  @FunctionalInterface
  interface JsonBody {
    void writeTo(JsonGenerator json) throws IOException;
  }

  static void json(Context context, int status, JsonBody body) throws IOException {
    context.status(status);
    stream(
        context,
        JSON_TYPE,
        out -> {
          JsonGenerator json = JSON.createGenerator(out);
          body.writeTo(json);
          json.close();
        });
  }

  static void bytes(Context context, String contentType, byte[] body) throws IOException {
    stream(context, contentType, out -> out.write(body));
  }

  static void problem(Context context, ProblemJson problem) {
    context.status(problem.status());
    context.contentType(ProblemJson.CONTENT_TYPE);
    context.result(problem.bytes());
  }

  /// Answers with what is written, compressed when the caller takes it and it is worth it. A body
  /// that fails half-way breaks the connection: nobody must take half a map for a whole one.
  static void stream(Context context, String contentType, Body body) throws IOException {
    HttpServletResponse response = context.res();
    context.contentType(contentType);
    context.header("Vary", "Accept-Encoding");
    if (context.method().equals(HandlerType.HEAD)) {
      // Sends the head as it is: at the end Jetty would add the length of no body.
      response.flushBuffer();
      return;
    }
    GzipWhenLarge out = new GzipWhenLarge(response, context.header("Accept-Encoding"));
    try {
      body.writeTo(out);
      out.close();
    } catch (EofException e) {
      LOG.debug("the caller of {} is gone", context.path());
      breakConnection(context);
    } catch (IOException | RuntimeException e) {
      if (!response.isCommitted()) {
        response.resetBuffer();
        response.setHeader("Content-Encoding", null);
        throw e;
      }
      LOG.error("the answer to {} broke off", context.path(), e);
      breakConnection(context);
    }
  }

  /// Resets the connection: a reader takes its mere end for the end of the answer.
  private static void breakConnection(Context context) throws IOException {
    EndPoint connection =
        ServletContextRequest.getServletContextRequest(context.req())
            .getConnectionMetaData()
            .getConnection()
            .getEndPoint();
    if (connection.getTransport() instanceof NetworkChannel channel && channel.isOpen()) {
      channel.setOption(StandardSocketOptions.SO_LINGER, 0);
    }
    connection.close();
  }
}
