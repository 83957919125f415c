package io.kubilitics.api.stream;

/// Why the server ends a connection. Codes from 4400 on are ours.
///
/// @param code of RFC 6455
/// @param reason for the reader; never repeats what was sent
public record CloseCode(int code, String reason) {
  public static final CloseCode STOPPING = new CloseCode(1001, "the server is stopping");
  public static final CloseCode TEXT_ONLY = new CloseCode(1003, "messages are text");
  public static final CloseCode BUG = new CloseCode(1011, "the server failed; its log says why");
  public static final CloseCode FULL =
      new CloseCode(1013, "as many streams as the server takes are open; try again later");
  public static final CloseCode NO_TOKEN =
      new CloseCode(4401, "the first message is hello with the token of this start");
  public static final CloseCode TOO_SLOW =
      new CloseCode(4408, "nothing of a message was taken in for too long");
  public static final CloseCode SILENT = new CloseCode(4410, "nothing was heard of the client");
  public static final CloseCode TOO_MANY =
      new CloseCode(4429, "as many streams as one caller may have are open");
}
