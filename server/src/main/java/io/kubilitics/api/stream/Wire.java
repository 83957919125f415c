package io.kubilitics.api.stream;

/// The connection to one client, as the web server has it. Nothing blocks; called by one thread.
public interface Wire {
  /// Sends a message. The next one is given when this one is out.
  ///
  /// @param utf8 text that nobody changes any more
  /// @param outcome told from any thread
  void send(byte[] utf8, Outcome outcome);

  /// Asks for a sign of life.
  void ping();

  /// Says that the next message of the client may come.
  void demand();

  /// Begins the closing handshake.
  void close(int code, String reason);

  /// Cuts the connection.
  void cut();

  /// What becomes of a message: it moves any number of times, then it is sent or has failed.
  interface Outcome {
    /// A part of it is out.
    void moved();

    void sent();

    void failed();
  }
}
