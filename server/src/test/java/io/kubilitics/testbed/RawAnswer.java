package io.kubilitics.testbed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What came back over a socket, to the letter.
///
/// @param status 0 when the server closed the connection without an answer
public record RawAnswer(int status, List<String> headers, String body) {
  private static final int PATIENCE_MILLIS = 60_000;

  /// Sends bytes to a port of this machine and reads one answer.
  public static RawAnswer to(int port, byte[] request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      try {
        socket.getOutputStream().write(request);
        socket.getOutputStream().flush();
      } catch (SocketException _) {
        // Closed while we were sending: the answer may be there all the same.
      }
      return read(socket.getInputStream(), new String(request, StandardCharsets.ISO_8859_1));
    }
  }

  public static RawAnswer to(int port, RawRequest request) throws IOException {
    return to(port, request.bytes());
  }

  /// Reads one answer to a GET from a connection that stays open.
  public static RawAnswer next(InputStream in) throws IOException {
    return read(in, "GET ");
  }

  private static RawAnswer read(InputStream in, String request) throws IOException {
    List<String> head = new ArrayList<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      head.add(line);
    }
    if (head.isEmpty()) {
      return new RawAnswer(0, List.of(), "");
    }
    int status = Integer.parseInt(head.getFirst().split(" ", 3)[1]);
    RawAnswer answer = new RawAnswer(status, head.subList(1, head.size()), "");
    boolean hasBody = !request.startsWith("HEAD ") && status != 304 && status >= 200;
    if (!hasBody) {
      return answer;
    }
    byte[] body = body(in, answer);
    return new RawAnswer(status, answer.headers(), new String(body, StandardCharsets.UTF_8));
  }

  private static byte[] body(InputStream in, RawAnswer head) throws IOException {
    if (head.header("Transfer-Encoding").equals("chunked")) {
      return chunks(in);
    }
    String length = head.header("Content-Length");
    return length.isEmpty() ? in.readAllBytes() : in.readNBytes(Integer.parseInt(length));
  }

  private static byte[] chunks(InputStream in) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = chunk(in); size > 0; size = chunk(in)) {
      body.write(in.readNBytes(size));
      line(in);
    }
    return body.toByteArray();
  }

  private static int chunk(InputStream in) throws IOException {
    return Integer.parseInt(line(in), 16);
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try {
      for (int octet = in.read(); octet >= 0 && octet != '\n'; octet = in.read()) {
        line.write(octet);
      }
    } catch (SocketException _) {
      // Reset: what came until then is all there is.
    }
    return line.toString(StandardCharsets.ISO_8859_1).strip();
  }

  /// The value of a header; `""` when it is not there, an error when it is there twice.
  public String header(String name) {
    String prefix = name.toLowerCase(Locale.ROOT) + ":";
    List<String> found =
        headers.stream()
            .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(prefix))
            .map(header -> header.substring(prefix.length()).strip())
            .toList();
    if (found.size() > 1) {
      throw new AssertionError(name + " is there " + found.size() + " times: " + found);
    }
    return found.isEmpty() ? "" : found.getFirst();
  }

  /// The code of a problem; `""` when the body is none.
  public String code() {
    return body.contains("\"code\":\"")
        ? body.replaceFirst("(?s).*\"code\":\"([^\"]*)\".*", "$1")
        : "";
  }
}
