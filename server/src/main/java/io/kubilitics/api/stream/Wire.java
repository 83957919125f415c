package io.kubilitics.api.stream;

/// The connection to one client, as the web server has it. Nothing blocks; called by one thread.
public interface Wire {
  /// Sends a message. The next one is given when this one is out.
  ///
  /// @param outcome told once, from any thread
  void send(String text, Outcome outcome);

  /// Asks for a sign of life.
  void ping();

  /// Says that the next message of the client may come.
  void demand();

  /// Begins the closing handshake.
  void close(int code, String reason);

  /// Cuts the connection.
  void cut();

  /// What became of a message.
  interface Outcome {
    void sent();

    void failed();
  }
}
