package io.kubilitics.testbed;

/// A request that came to a [FakeApiServer].
public final class FakeRequest {
  private final long number;
  private final String method;
  private final String path;
  private final String query;
  private final FakeVerb verb;
  private final String resource;
  private final long connection;
  private final String protocol;
  private volatile String user = "";
  private volatile int status;
  private volatile boolean over;

  FakeRequest(
      long number,
      String method,
      String path,
      String query,
      FakeVerb verb,
      String resource,
      long connection,
      String protocol) {
    this.number = number;
    this.method = method;
    this.path = path;
    this.query = query;
    this.verb = verb;
    this.resource = resource;
    this.connection = connection;
    this.protocol = protocol;
  }

  /// Which one it was since the server began, from 1.
  public long number() {
    return number;
  }

  public String method() {
    return method;
  }

  public String path() {
    return path;
  }

  /// As it was sent, `""` for none.
  public String query() {
    return query;
  }

  public FakeVerb verb() {
    return verb;
  }

  /// The plural that is asked for, with its group: `pods`, `deployments.apps`; or `""`.
  public String resource() {
    return resource;
  }

  /// On which connection it came: they are numbered from 1.
  public long connection() {
    return connection;
  }

  /// `HTTP/2.0` or `HTTP/1.1`.
  public String protocol() {
    return protocol;
  }

  /// Who asked, `""` for nobody who is known.
  public String user() {
    return user;
  }

  /// The status of the answer, 0 while there is none.
  public int status() {
    return status;
  }

  /// Whether nothing more will be sent but what is on its way.
  public boolean over() {
    return over;
  }

  /// Whether it begins to read a kind from scratch: the first page of a list, or a watch that wants
  /// the objects first.
  public boolean startsOver() {
    return switch (verb) {
      case LIST -> !query.contains("continue=");
      case WATCH -> query.contains("sendInitialEvents=true");
      case GET, DISCOVERY, REVIEW, OTHER -> false;
    };
  }

  void by(String caller) {
    user = caller;
  }

  void answered(int code) {
    status = code;
  }

  void ended() {
    over = true;
  }

  @Override
  public String toString() {
    return number
        + " "
        + method
        + " "
        + path
        + (query.isEmpty() ? "" : "?" + query)
        + " "
        + user
        + " "
        + protocol
        + " on "
        + connection
        + " → "
        + status
        + (over ? "" : " …");
  }
}
