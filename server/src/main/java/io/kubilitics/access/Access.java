package io.kubilitics.access;

/// What a route asks of its caller. A route without one cannot be made.
public enum Access {
  /// Nothing: the answer holds nothing that is anybody's.
  PUBLIC,
  /// A one-use download ticket in the path.
  TICKET,
  READER,
  /// A WebSocket, whose first message says who is calling.
  STREAM,
  WRITER,
  ADMIN,
  /// A paired device.
  PHONE
}
